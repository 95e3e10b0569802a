import { Table } from 'antd';
import { Link } from 'react-router';
import type { PledgeDetail, PledgeItem } from '../../../api/lendingTypes';
import { formatDate, formatMoney } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { itemTones } from '../registration/tones';
import { standingTones } from './tones';

/** The rights with their parts, which sum to the secured amount, and what the register says of each today. */
export function RightsTab({ detail }: { detail: PledgeDetail }) {
  const t = useT();
  const standings = new Map(detail.cover.standings.map(one => [one.n, one]));
  const numbers = new Map(detail.items.map(item => [item.n, item.number]));
  return (
    <Table<PledgeItem>
      className={styles['table'] ?? ''}
      size="small"
      rowKey="n"
      dataSource={detail.items}
      scroll={{ x: 1080 }}
      pagination={detail.items.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0} colSpan={4}>
            <strong>{t('pledge.sum')}</strong>
          </Table.Summary.Cell>
          <Table.Summary.Cell index={4} align="right">
            <strong className="tabular">{formatMoney(detail.cover.allocated, 'yuan')}</strong>
          </Table.Summary.Cell>
          <Table.Summary.Cell index={5} align="right">
            {detail.value === null ? '—' : <Two first={<span className="tabular">{formatMoney(detail.value, 'yuan')}</span>} second={t('pledge.held')} />}
          </Table.Summary.Cell>
        </Table.Summary.Row>
      )}
      columns={[
        { title: t('precheck.number'), width: 180, render: (_, item) => <Link translate="no" to={`/rights/${item.rightId}`}>{item.number}</Link> },
        { title: t('precheck.right'), width: 280, render: (_, item) => <Two first={<span translate="no">{item.title}</span>} second={item.kindTitle} /> },
        { title: t('pledge.item'), width: 170, render: (_, item) => <Two first={<StateMark tone={itemTones[item.state]}>{item.stateTitle}</StateMark>} second={item.releasedOn !== null ? formatDate(item.releasedOn) : item.replaces !== null ? t('replace.for', { number: numbers.get(item.replaces) ?? '' }) : null} /> },
        {
          title: t('pledge.register'),
          width: 150,
          render: (_, item) => {
            const one = standings.get(item.n);
            return one === undefined ? '—' : <Two first={<StateMark tone={standingTones[one.counts]}>{one.stateTitle}</StateMark>} second={one.expires === null ? null : t('pledge.until', { day: formatDate(one.expires) })} />;
          },
        },
        { title: t('registration.allocated'), width: 150, align: 'right', render: (_, item) => <span className="tabular">{formatMoney(item.allocated, 'yuan')}</span> },
        { title: t('registration.value'), width: 190, align: 'right', render: (_, item) => (item.value === null ? <span className="soft">—</span> : <Two first={<span className="tabular">{formatMoney(item.value, 'yuan')}</span>} second={item.valueSource} />) },
      ]}
    />
  );
}
