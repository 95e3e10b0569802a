import { Table } from 'antd';
import type { BorrowerCost, Costs as Figures } from '../../../../api/types';
import { compareAmounts, formatPercent, formatPoints } from '../../../../format';
import { Amount } from '../../../../shell/Amount';
import { Panel } from '../../../../shell/Panel';
import { usePreferences } from '../../../../shell/Preferences';
import { useT } from '../../../../words';

/** What each borrower pays a year, all in, beside the ordinary loan; unfolding a row shows the items in money. */
export function Costs({ costs }: { costs: Figures | null }) {
  const t = useT();
  const { unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  if (costs === null) {
    return (
      <Panel title={t('overview.costs')}>
        <p className="soft">{t('overview.costs.none')}</p>
      </Panel>
    );
  }
  const { quote, pool, items } = costs;
  const rate = (title: string, of: (cost: BorrowerCost) => string | null) => ({
    title,
    align: 'right' as const,
    sorter: (a: BorrowerCost, b: BorrowerCost) => compareAmounts(of(a), of(b)),
    render: (_: unknown, cost: BorrowerCost) => formatPercent(of(cost)),
  });
  const note =
    quote === null ? undefined : t('overview.costs.quote', { lpr: formatPercent(quote.lpr), spread: formatPoints(quote.spreadBp), rate: formatPercent(quote.rate) });
  const amounts = (cost: BorrowerCost) => (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {items.map(item => (
        <li key={item.id}>
          {t.either(item.zh, item.en)} <Amount value={cost.amounts[item.id]} /> {unitName}
        </li>
      ))}
    </ul>
  );
  return (
    <Panel title={t('overview.costs')} note={note}>
      <Table<BorrowerCost>
        size="small"
        rowKey="id"
        dataSource={costs.borrowers}
        pagination={costs.borrowers.length > 50 ? { pageSize: 50 } : false}
        scroll={{ x: 820 }}
        expandable={{ expandedRowRender: amounts, columnTitle: <span className="visually-hidden">{t('costs.items')}</span> }}
        columns={[
          { title: t('costs.borrower'), dataIndex: 'id', width: 110 },
          { title: t('costs.principal', { unit: unitName }), align: 'right', render: (_, cost) => <Amount value={cost.principal} /> },
          rate(t('costs.gross'), cost => cost.gross),
          rate(t('costs.net'), cost => cost.net),
          rate(t('costs.granted'), cost => cost.netIfGranted),
          rate(t('costs.quote'), cost => cost.quote),
          rate(t('costs.reduction'), cost => cost.reduction),
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} />
            <Table.Summary.Cell index={1} colSpan={2}>
              <strong>{t('costs.pool')}</strong>
            </Table.Summary.Cell>
            {[pool.gross, pool.net, pool.netIfGranted].map((value, index) => (
              <Table.Summary.Cell key={index} index={3 + index} align="right">
                <strong>{formatPercent(value)}</strong>
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={6} colSpan={2} />
          </Table.Summary.Row>
        )}
      />
    </Panel>
  );
}
