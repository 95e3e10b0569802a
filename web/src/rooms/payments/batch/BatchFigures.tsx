import { Steps } from 'antd';
import type { Batch, PaymentState } from '../../../api/paymentTypes';
import { difference, formatInstant } from '../../../format';
import { Fen } from '../../../shell/Fen';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { Figures } from '../Figures';
import styles from '../Payments.module.css';
import { paymentTones } from '../tones';
import { progress } from './actions';

const order: readonly PaymentState[] = ['draft', 'checked', 'approved', 'sent', 'accepted', 'settled', 'rejected', 'returned', 'unknown', 'cancelled'];

/** How far the batch is, by whom, and what is paid of it. */
export function BatchFigures({ batch }: { batch: Batch }) {
  const t = useT();
  const { step, status } = progress(batch);
  const by = (person: string | null) => (person === null ? '' : t.code('person', person));
  const counts = order.filter(state => (batch.byState[state] ?? 0) > 0);
  return (
    <>
      <Steps
        size="small"
        current={step}
        status={status}
        style={{ marginBottom: 12 }}
        items={[
          { title: t('pay.step.make'), description: `${by(batch.madeBy)} ${formatInstant(batch.madeAt)}` },
          { title: t('pay.step.check'), description: by(batch.checkedBy) },
          { title: t('pay.step.approve'), description: by(batch.approvedBy) },
          { title: t('pay.step.send') },
          { title: t('pay.step.answer') },
          { title: t('pay.step.settle') },
        ]}
      />
      <Figures
        figures={[
          { label: t('pay.batch.count'), value: batch.items },
          { label: t('pay.batch.total'), value: <Fen value={batch.total} /> },
          { label: t('pay.batch.settled'), value: <Fen value={batch.settled} />, note: t('pay.batch.settled.note') },
          { label: t('pay.batch.left'), value: <Fen value={difference(batch.total, batch.settled)} /> },
          {
            label: t('pay.batch.byState'),
            value: (
              <span className={styles['buttons']}>
                {counts.map(state => (
                  <StateMark key={state} tone={paymentTones[state]}>{`${t.code('payState', state)} ${batch.byState[state] ?? 0}`}</StateMark>
                ))}
                {batch.differing > 0 && <StateMark tone="red">{t('pay.batch.differing', { count: batch.differing })}</StateMark>}
                {batch.unposted > 0 && <StateMark tone="amber">{t('pay.batch.unposted', { count: batch.unposted })}</StateMark>}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
