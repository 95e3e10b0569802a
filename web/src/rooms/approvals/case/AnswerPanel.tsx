import type { ApprovalView } from '../../../api/approvalTypes';
import { Panel } from '../../../shell/Panel';
import { useT } from '../../../words';
import styles from './Case.module.css';

/** What the act answered when it was done, as it came. */
export function AnswerPanel({ view }: { view: ApprovalView }) {
  const t = useT();
  if (view.answer === null || view.answer === undefined) return null;
  return (
    <Panel title={t('approval.answer')} note={view.status === null ? undefined : t('approval.answer.status', { status: view.status })}>
      <pre className={styles['answer']} tabIndex={0}>
        {JSON.stringify(view.answer, null, 2)}
      </pre>
    </Panel>
  );
}
