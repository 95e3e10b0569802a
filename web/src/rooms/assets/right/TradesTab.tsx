import { Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { RightHolder, RightProfile, RightTrade } from '../../../api/rightTypes';
import { formatDate, none } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { Nothing } from '../../../shell/Nothing';
import { Panel } from '../../../shell/Panel';
import { usePreferences } from '../../../shell/Preferences';
import { StateMark } from '../../../shell/StateMark';
import { UnitSwitch } from '../../../shell/UnitSwitch';
import { useT, type Translate } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Assets.module.css';
import { isSole, percent } from './profile';
import { capital } from '../capital';

/** Sales and licences with their price, and who held the right over time. */
export function TradesTab({ profile }: { profile: RightProfile }) {
  const t = useT();
  const { unit } = usePreferences();
  return (
    <div className={styles['stack']}>
      <Panel title={t('right.trades')} note={t('right.trades.note')} extra={<UnitSwitch />}>
        <Table<RightTrade>
          size="small"
          rowKey="id"
          columns={tradeColumns(t, t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan'))}
          dataSource={profile.trades}
          pagination={false}
          scroll={{ x: 900 }}
          locale={{ emptyText: <Nothing>{t('right.trades.empty')}</Nothing> }}
        />
      </Panel>
      <Panel title={t('right.holders.over')} note={t('right.holders.note')}>
        <Table<RightHolder> size="small" rowKey={holder => `${holder.name}${holder.from}`} columns={holderColumns(t, profile.holders)} dataSource={profile.holders.toReversed()} pagination={false} scroll={{ x: 640 }} locale={{ emptyText: <Nothing>{t('right.holders.empty')}</Nothing> }} />
      </Panel>
    </div>
  );
}

function tradeColumns(t: Translate, unit: string): ColumnsType<RightTrade> {
  return [
    { title: t('right.trade.signed'), width: 110, render: (_, trade) => formatDate(trade.signed) },
    {
      title: t('right.trade.kind'),
      width: 150,
      render: (_, trade) => (
        <span className={styles['marks']}>
          {capital(t.code('tradeKind', trade.kind))}
          {trade.related && <StateMark tone="amber">{t('right.trade.related')}</StateMark>}
        </span>
      ),
    },
    { title: t('right.trade.parties'), width: 240, render: (_, trade) => <Two first={trade.grantor} second={t('right.trade.to', { name: trade.taker })} /> },
    { title: t('right.trade.term'), width: 180, render: (_, trade) => (trade.from === null && trade.until === null ? none : `${formatDate(trade.from)} – ${formatDate(trade.until)}`) },
    { title: t('right.trade.amount', { unit }), width: 130, align: 'right', render: (_, trade) => <Amount value={trade.amount} /> },
    { title: t('right.trade.royalty'), width: 100, align: 'right', render: (_, trade) => (trade.royalty === null ? none : percent(trade.royalty)) },
    { title: t('right.trade.note'), render: (_, trade) => <Two first={[trade.registrationNo, trade.note].filter(part => part !== '').join(' · ') || none} second={t.code('person', trade.by)} /> },
  ];
}

function holderColumns(t: Translate, all: readonly RightHolder[]): ColumnsType<RightHolder> {
  return [
    { title: t('rights.holders'), render: (_, holder) => <Two first={<span translate="no">{holder.name}</span>} second={holder.code} /> },
    { title: t('right.share'), width: 110, align: 'right', render: (_, holder) => (holder.share !== null ? percent(holder.share) : isSole(all, holder) ? t('right.share.sole') : <span className="soft">{t('shell.unknown')}</span>) },
    { title: t('right.from'), width: 120, render: (_, holder) => formatDate(holder.from) },
    { title: t('right.until'), width: 120, render: (_, holder) => formatDate(holder.until) },
    { title: t('right.because'), width: 160, render: (_, holder) => capital(t.code('holderBecause', holder.because)) },
  ];
}
