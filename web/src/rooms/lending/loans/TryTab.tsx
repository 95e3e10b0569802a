import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { tryPrepayment } from '../../../api/loans';
import type { LoanDetail, Tried } from '../../../api/loanShapes';
import { formatDate } from '../../../format';
import { DayField } from '../../../shell/DayField';
import { Fen } from '../../../shell/Fen';
import { useWriting } from '../../../shell/useWriting';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import { Figures } from '../../payments/Figures';
import { daysAfter, today } from '../../today';
import styles from '../Lending.module.css';
import { InstalmentTable } from './ScheduleTab';

/** 提前还款试算: nothing is written. */
export function TryTab({ detail }: { detail: LoanDetail }) {
  const t = useT();
  const write = useWriting([]);
  const [given, setGiven] = useState({ day: daysAfter(today(), 1), principal: '', effect: 'lower' });
  const [tried, setTried] = useState<Tried | null>(null);
  const set = (part: Partial<typeof given>) => setGiven(before => ({ ...before, ...part }));
  const run = () =>
    write.run(
      () => tryPrepayment(detail.row.id, { day: given.day, principal: given.principal.trim() === '' ? null : given.principal.replaceAll(',', '').trim(), effect: given.effect }),
      answer => {
        setTried(answer);
        return t('loan.tried');
      },
    );
  return (
    <div className={styles['pair']}>
      <Form layout="vertical" className={styles['panel'] ?? ''}>
        <OtherFindings findings={write.findings} fields={['day', 'principal']} />
        <Field label={t('loan.try.day')} id="try-day" name="day" findings={write.findings}>
          <DayField id="try-day" value={given.day} clearable={false} onChange={day => set({ day })} />
        </Field>
        <Field label={t('loan.try.principal')} id="try-principal" name="principal" findings={write.findings} extra={t('loan.try.help')}>
          <Input id="try-principal" inputMode="decimal" value={given.principal} onChange={event => set({ principal: event.target.value })} />
        </Field>
        <Field label={t('loan.effect')} id="try-effect" name="effect" findings={write.findings}>
          <Select id="try-effect" value={given.effect} onChange={effect => set({ effect })} options={['lower', 'shorten'].map(one => ({ value: one, label: t.code('loanEffect', one) }))} />
        </Field>
        <Button type="primary" loading={write.busy} onClick={() => void run()}>{t('loan.try')}</Button>
      </Form>
      {tried === null ? (
        <p className="soft">{t('loan.try.empty')}</p>
      ) : (
        <div className={styles['stack']}>
          <Figures
            figures={[
              { label: t('loan.try.cash'), value: <Fen value={tried.cash} />, note: tried.interestPaid === '0.00' ? null : <>{t('loan.try.settles')} <Fen value={tried.interestPaid} /></> },
              { label: t('loan.try.saved'), value: <Fen value={tried.interestSaved} /> },
              { label: t('loan.try.next'), value: <Fen value={tried.nextInstalment ?? null} /> },
              { label: t('loan.maturity'), value: tried.maturity === null || tried.maturity === undefined ? '—' : formatDate(tried.maturity) },
            ]}
          />
          <InstalmentTable rows={tried.instalments} />
        </div>
      )}
    </div>
  );
}
