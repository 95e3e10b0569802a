import { Segmented, Tooltip } from 'antd';
import { useState, type CSSProperties } from 'react';
import type { GridCell, GridOrder, GridResult } from '../../../../api/jobs';
import { exactYuan, formatPercent } from '../../../../format';
import { useT } from '../../../../words';
import { shade, unpaidShare } from './grid';
import styles from './Stress.module.css';

function Cell({ cell, tranche }: { cell: GridCell; tranche: GridOrder['tranches'][number] }) {
  const t = useT();
  const share = unpaidShare(cell, tranche);
  const fired = cell.fired.length > 0;
  const title = t('grid.cell', {
    amount: exactYuan(cell.unpaid[tranche.id] ?? '0.00'),
    share: formatPercent(share.toFixed(6)),
    fired: fired ? cell.fired.join(', ') : t('grid.fired.none'),
  });
  return (
    <td style={{ '--shade': shade(share) } as CSSProperties}>
      <Tooltip title={title}>
        <span tabIndex={0} className={share === 0 ? styles['full'] : undefined}>
          {fired && <span aria-hidden>⚑ </span>}
          {share === 0 ? '0' : formatPercent(share.toFixed(6))}
        </span>
      </Tooltip>
    </td>
  );
}

/** Names that stop down, recoveries across; each cell the share of the chosen tranche left unpaid. */
export function GridTable({ order, result }: { order: GridOrder; result: GridResult }) {
  const t = useT();
  const [chosen, setChosen] = useState(order.tranches[0]?.id ?? '');
  const tranche = order.tranches.find(one => one.id === chosen) ?? order.tranches[0];
  if (tranche === undefined) return null;
  return (
    <>
      <div className={styles['tools']}>
        <Segmented size="small" aria-label={t('grid.tranche')} value={tranche.id} onChange={setChosen} options={order.tranches.map(({ id }) => ({ value: id, label: id }))} />
        <span className="soft">
          {t('grid.note')} {t('grid.fired.mark')}
        </span>
      </div>
      <div className={styles['scroll']} tabIndex={0}>
        <table className={styles['grid']}>
          <thead>
            <tr>
              <th scope="col">{t('grid.head.names')}</th>
              <th scope="col">{t('grid.head.share')}</th>
              {order.recoveries.map(recovery => (
                <th scope="col" key={recovery}>
                  {t('grid.head.recovery', { recovery: formatPercent(recovery, 0) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.rows.map(row => (
              <tr key={row.names}>
                <th scope="row">{row.names}</th>
                <th>{formatPercent(row.share)}</th>
                {row.cells.map(cell => (
                  <Cell key={cell.recovery} cell={cell} tranche={tranche} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
