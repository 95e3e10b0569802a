import { Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { explainDifference } from '../../../api/payments';
import type { Difference } from '../../../api/reconciliationTypes';
import { formatInstant } from '../../../format';
import { StateMark } from '../../../shell/StateMark';
import { useMay } from '../../../shell/useMe';
import { useT } from '../../../words';
import { Field, OtherFindings } from '../../ledger/FieldNotes';
import styles from '../Payments.module.css';
import { differenceTones } from '../tones';
import { usePayWrite } from '../usePayWrite';
import { withSeparators } from './amounts';

/** One difference: both sides, why it matters, and its explanation where a person may give one. */
export function DifferenceDrawer({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const t = useT();
  const write = usePayWrite();
  const may = useMay('payments.difference.explain');
  const [note, setNote] = useState('');
  const explain = () =>
    write.run(
      () => explainDifference(difference.id, note.trim(), difference.version),
      () => t('pay.diff.explained'),
    );
  const facts: [string, React.ReactNode][] = [
    [t('pay.day'), difference.day],
    [t('pay.diff.subject'), difference.subject],
    [t('pay.diff.ours'), withSeparators(difference.ours)],
    [t('pay.diff.theirs'), withSeparators(difference.theirs)],
    [t('pay.diff.why'), difference.why],
    [t('pay.diff.foundAt'), formatInstant(difference.foundAt)],
    ...(difference.accountId === null ? [] : ([[t('pay.account'), <Link key="account" to={`/payments/accounts/${difference.accountId}`}>{t('pay.diff.account')}</Link>]] as [string, React.ReactNode][])),
    ...(difference.decidedBy === null ? [] : ([[t('pay.diff.note'), t('pay.with', { text: difference.note, more: `${t.code('person', difference.decidedBy)} ${difference.decidedAt === null ? '' : formatInstant(difference.decidedAt)}` })]] as [string, React.ReactNode][])),
  ];
  return (
    <Drawer open width="min(620px, 100vw)" title={difference.title} extra={<StateMark tone={differenceTones[difference.state]}>{t.code('payDiffState', difference.state)}</StateMark>} onClose={onClose}>
      <div className={styles['stack']}>
        <dl className={styles['facts']}>
          {facts.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {difference.held && difference.state === 'open' && <p>{t('pay.diff.held')}</p>}
        {difference.state === 'open' && !difference.explainable && <p className={styles['why']}>{t('pay.diff.onlyBank')}</p>}
        {difference.state === 'open' && difference.explainable && !may && <p className={styles['why']}>{t('pay.why.acts', { acts: 'payments.difference.explain' })}</p>}
        {difference.state === 'open' && difference.explainable && may && (
          <Form layout="vertical">
            <OtherFindings findings={write.findings} fields={['note']} />
            <Field label={t('pay.diff.note')} id="difference-note" name="note" findings={write.findings} extra={t('pay.diff.note.help')}>
              <Input.TextArea id="difference-note" rows={3} maxLength={300} value={note} onChange={event => setNote(event.target.value)} />
            </Field>
            <Button type="primary" loading={write.busy} disabled={note.trim() === ''} onClick={() => void explain()}>
              {t('pay.diff.explain')}
            </Button>
          </Form>
        )}
      </div>
    </Drawer>
  );
}
