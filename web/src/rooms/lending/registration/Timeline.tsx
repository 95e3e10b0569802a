import { Link } from 'react-router';
import type { RegistrationStep } from '../../../api/lendingTypes';
import { formatDate } from '../../../format';
import { Nothing } from '../../../shell/Nothing';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from '../Lending.module.css';
import { stateTones } from './tones';

/** The steps, the newest first; the registry's are green. */
export function Timeline({ steps }: { steps: readonly RegistrationStep[] }) {
  const t = useT();
  if (steps.length === 0) return <Nothing>{t('registration.timeline.empty')}</Nothing>;
  return (
    <ol className={styles['steps']}>
      {[...steps].reverse().map(step => (
        <li key={step.n} className={step.ofRegistry ? styles['office'] : undefined}>
          <div className={styles['stepHead']}>
            <time>{formatDate(step.on)}</time>
            <strong>{step.actTitle}</strong>
            <StateMark tone={stateTones[step.to]}>{step.toTitle}</StateMark>
            {step.ofRegistry && <span className="soft">{t('registration.by.registry')}</span>}
            {step.receiptNo !== '' && <code>{step.receiptNo}</code>}
          </div>
          <div className={styles['stepNote']}>
            {[
              step.effective === step.on ? '' : `${t('registration.effective')} ${formatDate(step.effective)}`,
              step.due === null ? '' : `${t('registration.due')} ${formatDate(step.due)}`,
              step.note,
              ...step.documents.map(paper => paper.name),
              t.code('person', step.by),
            ]
              .filter(part => part !== '')
              .join(' · ')}
            {step.origin !== 'hand' && (
              <>
                {' · '}
                <Link to="/registrations/answers">{t('registration.by.file')}</Link>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
