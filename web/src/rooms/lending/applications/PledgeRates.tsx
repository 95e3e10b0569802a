import { Table } from 'antd';
import type { PledgeRated } from '../../../api/originationTypes';
import { formatPercent } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { useT } from '../../../words';
import { Two } from '../../payments/Two';
import styles from '../Lending.module.css';

/** What each right carries by the pledge-rate policy, the rate that is asked for, and the exception where one was granted. */
export function PledgeRates({ pledge }: { pledge: PledgeRated }) {
  const t = useT();
  const rate = (value: string | null) => (value === null ? t('shell.unknown') : formatPercent(value));
  return (
    <section>
      <h3>{t('pledgeRate.title')}</h3>
      <dl className={styles['facts']}>
        <dt>{t('pledgeRate.policy')}</dt>
        <dd>{rate(pledge.policyRate)} · <Amount value={pledge.byPolicy} /></dd>
        <dt>{t('pledgeRate.asked')}</dt>
        <dd>{rate(pledge.askedRate)}</dd>
        <dt>{t('pledgeRate.exception')}</dt>
        <dd>{pledge.exception === null ? t('pledgeRate.none') : `${formatPercent(pledge.exception.rate)} · ${pledge.exception.support} · ${pledge.exception.approver}`}</dd>
      </dl>
      <Table
        size="small"
        rowKey="number"
        pagination={pledge.rights.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        scroll={{ x: 520 }}
        dataSource={[...pledge.rights]}
        columns={[
          { title: t('pledgeRate.right'), render: (_, row) => <Two first={<span translate="no">{row.number}</span>} second={row.why} /> },
          { title: t('pledgeRate.value'), width: 150, align: 'right', render: (_, row) => <Amount value={row.value} /> },
          { title: t('pledgeRate.carries'), width: 150, align: 'right', render: (_, row) => <Amount value={row.carried} /> },
        ]}
      />
    </section>
  );
}
