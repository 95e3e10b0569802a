import { Link } from 'react-router';
import type { PledgeChange } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from '../Lending.module.css';
import { stateTones } from '../registration/tones';

/** Steps of all registrations, the newest first; the registry's are green. */
export function ChangesTab({ changes }: { changes: readonly PledgeChange[] }) {
  const t = useT();
  if (changes.length === 0) return <Nothing>{t('registration.timeline.empty')}</Nothing>;
  return (
    <ol className={styles['steps']}>
      {changes.map(({ registrationId, registryTitle, step }) => (
        <li key={`${registrationId}|${step.n}`} className={step.ofRegistry ? styles['office'] : undefined}>
          <div className={styles['stepHead']}>
            <time>{formatDate(step.on)}</time>
            <strong>{step.actTitle}</strong>
            <StateMark tone={stateTones[step.to]}>{step.toTitle}</StateMark>
            <Link to={`/registrations/${registrationId}`}>{registryTitle}</Link>
            {step.receiptNo !== '' && <code>{step.receiptNo}</code>}
          </div>
          <div className={styles['stepNote']}>{[step.note, ...step.documents.map(paper => paper.name), t.code('person', step.by)].filter(part => part !== '').join(' · ')}</div>
        </li>
      ))}
    </ol>
  );
}
