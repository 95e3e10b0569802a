import type { ApprovalView } from '../../../api/approvalTypes';
import type { Finding } from '../../../api/types';
import { formatDate } from '../../../format';
import { useT, type Word } from '../../../words';
import { sentenceOf } from '../../ledger/findings';
import { caseTones } from '../caseTones';
import { whoMay } from './said';
import styles from './Case.module.css';

/** Why the act was refused when it was to be done. */
export function refusalsOf(answer: unknown): readonly Finding[] {
  const errors = typeof answer === 'object' && answer !== null && 'errors' in answer ? answer.errors : null;
  return Array.isArray(errors) ? (errors as Finding[]) : [];
}

/** What has come of the case, and who is awaited. */
export function Outcome({ view }: { view: ApprovalView }) {
  const t = useT();
  const { row, steps } = view;
  const until = formatDate(row.state === 'conditional' ? view.validUntil : row.decideBy);
  const may = steps.find(step => step.state === 'now')?.may ?? [];
  const refusals = row.state === 'failed' ? refusalsOf(view.answer) : [];
  return (
    <div className={`${styles['outcome'] ?? ''} ${styles[caseTones[row.state]] ?? ''}`} role="status">
      <strong>{t.code('caseState', row.state)}</strong>
      <span>{t(`approval.outcome.${row.state}` as Word, { step: row.step, steps: row.steps, until })}</span>
      {row.state === 'open' && <span>{may.length === 0 ? t('approval.may.nobody') : t('approval.may', { names: whoMay(t, may) })}</span>}
      {refusals.length > 0 && (
        <div className={styles['findings']}>
          {refusals.map(finding => (
            <div key={finding.code + finding.path}>{sentenceOf(t, finding)}</div>
          ))}
        </div>
      )}
    </div>
  );
}
