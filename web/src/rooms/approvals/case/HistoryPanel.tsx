import type { ApprovalView } from '../../../api/approvalTypes';
import { formatDate } from '../../../format';
import { Panel } from '../../../shell/Panel';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import { decisionTones, whoSaid } from './said';
import styles from './Case.module.css';

/** Everything that was said, of all rounds, in its order. */
export function HistoryPanel({ view }: { view: ApprovalView }) {
  const t = useT();
  return (
    <Panel title={t('approval.history')}>
      {view.history.length === 0 && <p className="soft">{t('approval.history.none')}</p>}
      <ol className={styles['list']}>
        {view.history.map((said, i) => (
          <li key={i}>
            <span>
              <StateMark tone={decisionTones[said.kind]}>{t.code('decision', said.kind)}</StateMark> {whoSaid(t, said)}
            </span>
            <span className="soft">
              {[formatDate(said.on), t('approval.round', { round: said.round }), t('approval.step.no', { no: said.step })].join(' · ')}
            </span>
            {said.note !== '' && <span>{said.note}</span>}
            {said.conditions.map(condition => (
              <span key={condition}>· {condition}</span>
            ))}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
