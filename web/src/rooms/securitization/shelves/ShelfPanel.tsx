import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Table } from 'antd';
import { Link } from 'react-router';
import type { Shelf, ShelfRow } from '../../../api/types';
import { compareAmounts, formatDate, formatMoney, formatPercent, none, plotted, ratio } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { useT } from '../../../words';
import { FindingList } from '../FindingList';
import styles from './ShelfPanel.module.css';

function Headroom({ shelf }: { shelf: Shelf }) {
  const t = useT();
  const { unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const cap = plotted(shelf.cap);
  const over = compareAmounts(shelf.used, shelf.cap) > 0;
  const used = t('shelves.used', { used: formatMoney(shelf.used, unit), cap: formatMoney(shelf.cap, unit), unit: unitName });
  return (
    <div>
      <div className={styles['figures']}>
        <span>{used}</span>
        <strong className={over ? 'negative' : undefined}>{t('shelves.left', { left: formatMoney(shelf.headroom, unit), unit: unitName })}</strong>
      </div>
      <div className={styles['bar']} role="img" aria-label={used}>
        {shelf.rows.map((row, index) => (
          <span
            key={index}
            className={over ? styles['over'] : styles['part']}
            style={{ width: `${cap === 0 ? 0 : (100 * plotted(row.size)) / Math.max(cap, plotted(shelf.used))}%` }}
            title={`${row.series ?? none} · ${formatMoney(row.size, unit)} ${unitName}`}
          />
        ))}
      </div>
    </div>
  );
}

function Facts({ shelf }: { shelf: Shelf }) {
  const t = useT();
  const { unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const range =
    shelf.minPerObligor === null && shelf.maxPerObligor === null
      ? none
      : `${formatMoney(shelf.minPerObligor, unit)} – ${formatMoney(shelf.maxPerObligor, unit)} ${unitName}`;
  const facts: [string, string][] = [
    [t('shelves.series'), t('shelves.seriesUsed', { used: shelf.seriesUsed, allowed: shelf.seriesAllowed })],
    [t('shelves.letter'), formatDate(shelf.noObjection)],
    [t('shelves.validUntil'), formatDate(shelf.validUntil)],
    [t('shelves.maxTerm'), shelf.maxTermYears === null ? none : t('shelves.years', { years: shelf.maxTermYears })],
    [t('shelves.perObligor'), range],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ShelfPanel({ shelf }: { shelf: Shelf }) {
  const t = useT();
  const { unit } = usePreferences();
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const state = shelf.expired ? (
    <span style={{ color: 'var(--z-amber)' }}>
      <ExclamationCircleOutlined /> {t('shelves.expired')}
    </span>
  ) : (
    <span style={{ color: 'var(--z-green)' }}>
      <CheckCircleOutlined /> {t('shelves.valid')}
    </span>
  );
  return (
    <Panel title={shelf.id} extra={state}>
      <Headroom shelf={shelf} />
      <Facts shelf={shelf} />
      {shelf.findings.length > 0 && <FindingList findings={shelf.findings} />}
      <Table<ShelfRow>
        size="small"
        pagination={false}
        rowKey={row => `${row.series ?? ''}/${row.dealId ?? row.code ?? ''}`}
        dataSource={shelf.rows}
        scroll={{ x: 980 }}
        columns={[
          { title: t('shelves.row.series'), width: 64, align: 'right', fixed: 'left', render: (_, row) => row.series ?? none },
          {
            title: t('deals.code'),
            width: 140,
            render: (_, row) => (row.dealId === null ? (row.code ?? none) : <Link to={`/deals/${row.dealId}`}>{row.code ?? row.dealId}</Link>),
          },
          { title: t('deals.name'), width: 260, ellipsis: true, render: (_, row) => t.either(row.nameZh, row.nameEn) || none },
          { title: t('deals.size', { unit: unitName }), width: 160, align: 'right', render: (_, row) => <Amount value={row.size} /> },
          { title: t('shelves.row.share'), width: 110, align: 'right', render: (_, row) => formatPercent(ratio(row.size, shelf.cap)) },
          { title: t('shelves.row.established'), width: 116, render: (_, row) => formatDate(row.established) },
          { title: t('shelves.row.kind'), width: 120, render: (_, row) => (row.variants === 0 ? t.code('shelves.row.kind', row.kind) : t('shelves.row.variants', { count: row.variants })) },
        ]}
      />
    </Panel>
  );
}
