import { Table } from 'antd';
import { Link } from 'react-router';
import type { PledgeItem } from '../../../api/lendingTypes';
import { formatDate, formatMoney } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';
import { itemTones } from './tones';

/** The rights of a registration with their part of the secured amount. */
export function ItemsTab({ items }: { items: readonly PledgeItem[] }) {
  const t = useT();
  return (
    <Table<PledgeItem>
      className={styles['table'] ?? ''}
      size="small"
      rowKey="n"
      dataSource={[...items]}
      scroll={{ x: 860 }}
      pagination={items.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      columns={[
        { title: t('precheck.number'), width: 180, render: (_, item) => <Link translate="no" to={`/rights/${item.rightId}`}>{item.number}</Link> },
        { title: t('precheck.right'), render: (_, item) => <Two first={<span translate="no">{item.title}</span>} second={item.kindTitle} /> },
        { title: t('registration.state'), width: 120, render: (_, item) => <Two first={<StateMark tone={itemTones[item.state]}>{item.stateTitle}</StateMark>} second={item.releasedOn === null ? null : formatDate(item.releasedOn)} /> },
        { title: t('registration.allocated'), width: 170, align: 'right', render: (_, item) => formatMoney(item.allocated, 'yuan') },
        { title: t('registration.value'), width: 190, align: 'right', render: (_, item) => (item.value === null ? <span className="soft">—</span> : <Two first={formatMoney(item.value, 'yuan')} second={item.valueSource} />) },
      ]}
    />
  );
}
