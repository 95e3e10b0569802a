import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { Batch, Channel } from '../../../api/paymentTypes';
import { formatDate, formatInstant, type MoneyUnit } from '../../../format';
import { Amount } from '../../../shell/Amount';
import { StateMark } from '../../../shell/StateMark';
import type { Translate } from '../../../words';
import styles from '../Payments.module.css';
import { paymentTones } from '../tones';
import { Two } from '../Two';

/** A batch's state and what about it asks for somebody. */
export function BatchMarks({ batch, t }: { batch: Batch; t: Translate }) {
  return (
    <span className={styles['buttons']}>
      <StateMark tone={paymentTones[batch.state]}>{t.code('payState', batch.state)}</StateMark>
      {batch.differing > 0 && <StateMark tone="red">{t('pay.batch.differing', { count: batch.differing })}</StateMark>}
      {batch.unposted > 0 && <StateMark tone="amber">{t('pay.batch.unposted', { count: batch.unposted })}</StateMark>}
    </span>
  );
}

export function batchColumns(t: Translate, unit: MoneyUnit, channels: readonly Channel[]): ColumnsType<Batch> {
  const unitName = t(unit === 'wan' ? 'shell.unit.wan' : 'shell.unit.yuan');
  const channel = (code: string) => channels.find(one => one.code === code)?.title ?? code;
  return [
    { title: t('pay.batch.code'), width: 132, fixed: 'left', render: (_, batch) => <Link to={`/payments/batches/${batch.id}`}>{batch.code}</Link> },
    { title: t('pay.batch.title'), width: 180, render: (_, batch) => <Two first={batch.title} second={batch.purpose} /> },
    { title: t('pay.account'), width: 200, render: (_, batch) => <Two first={batch.accountName} second={batch.accountNumber} /> },
    { title: t('pay.state'), width: 150, render: (_, batch) => <BatchMarks batch={batch} t={t} /> },
    { title: t('pay.batch.count'), width: 56, align: 'right', render: (_, batch) => batch.items },
    { title: t('pay.batch.total.unit', { unit: unitName }), width: 122, align: 'right', render: (_, batch) => <Amount value={batch.total} /> },
    { title: t('pay.batch.settled.unit', { unit: unitName }), width: 122, align: 'right', render: (_, batch) => <Amount value={batch.settled} /> },
    { title: t('pay.valueDate'), width: 130, render: (_, batch) => <Two first={formatDate(batch.valueDate)} second={channel(batch.channel)} /> },
    { title: t('pay.batch.madeBy'), width: 132, render: (_, batch) => <Two first={t.code('person', batch.madeBy)} second={formatInstant(batch.madeAt)} /> },
  ];
}
