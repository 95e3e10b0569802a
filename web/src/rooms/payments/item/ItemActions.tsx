import { Button } from 'antd';
import { useState } from 'react';
import type { Batch, ItemDetail } from '../../../api/paymentTypes';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import styles from '../Payments.module.css';
import { AnswerQueryDialog } from './AnswerQueryDialog';
import { QueryDialog } from './QueryDialog';
import { RetryDialog } from './RetryDialog';
import { itemSteps } from './steps';

/** What may be done about a payment: ask the bank, take its answer down, pay again; each only where it may be, else why not. */
export function ItemActions({ batch, detail }: { batch: Batch; detail: ItemDetail }) {
  const t = useT();
  const [open, setOpen] = useState<'query' | 'answer' | 'retry' | null>(null);
  const [mayQuery, mayAnswer, mayRetry] = [useMay('payments.item.query'), useMay('payments.query.answer'), useMay('payments.item.retry')];
  const steps = itemSteps(detail);
  const close = () => setOpen(null);
  const missing = [
    ...(steps.query && !mayQuery ? ['payments.item.query'] : []),
    ...(steps.answer !== null && !mayAnswer ? ['payments.query.answer'] : []),
    ...(steps.retry && !mayRetry ? ['payments.item.retry'] : []),
  ];
  return (
    <div className={styles['stack']}>
      <div className={styles['buttons']}>
        {steps.query && mayQuery && <Button onClick={() => setOpen('query')}>{t('pay.query.ask')}</Button>}
        {steps.answer !== null && mayAnswer && <Button onClick={() => setOpen('answer')}>{t('pay.query.tell')}</Button>}
        {steps.retry && mayRetry && (
          <Button type="primary" onClick={() => setOpen('retry')}>
            {t('pay.retry')}
          </Button>
        )}
      </div>
      {steps.why !== null && steps.why !== 'unsent' && <p className={styles['why']}>{t(`pay.retry.why.${steps.why}`)}</p>}
      {missing.length > 0 && <p className={styles['why']}>{t('pay.why.acts', { acts: missing.join(', ') })}</p>}
      {open === 'query' && <QueryDialog item={detail.item} onClose={close} />}
      {open === 'answer' && steps.answer !== null && <AnswerQueryDialog query={steps.answer} onClose={close} />}
      {open === 'retry' && <RetryDialog item={detail.item} batch={batch} onClose={close} />}
    </div>
  );
}
