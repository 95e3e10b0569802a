import type { ReactNode } from 'react';
import type { RubricExamined } from '../../../api/scoreTypes';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from './Rubrics.module.css';

/** What is found while the text is written. */
export function RubricFindings({ examined, working, below }: { examined: RubricExamined | undefined; working: boolean; below?: ReactNode }) {
  const t = useT();
  const errors = examined?.findings.filter(finding => finding.severity === 'error').length ?? 0;
  return (
    <aside className={styles['findings']} aria-label={t('rubricEdit.findings')}>
      <h2>
        {t('rubricEdit.findings')}
        {examined === undefined || working ? <span className={styles['small']} role="status">{t('rubricEdit.checking')}</span> : <StateMark tone={errors > 0 ? 'red' : 'green'}>{errors > 0 ? t('rubricEdit.errors', { count: errors }) : t('rubricEdit.sound')}</StateMark>}
      </h2>
      {examined?.findings.length === 0 && <p>{t('rubricEdit.nothing')}</p>}
      <ol>
        {examined?.findings.map((finding, n) => (
          <li key={`${finding.code}${finding.path}${n}`} data-severity={finding.severity}>
            <p>{finding.message}</p>
            <p className={styles['small']}>{t('rubricEdit.expected', { found: finding.found ?? '—', expected: finding.expected ?? '—' })}</p>
            <p className={styles['small']} translate="no">{finding.code} · {finding.path}{(finding.line ?? 0) > 0 && ` · ${finding.line}`}</p>
          </li>
        ))}
      </ol>
      {below}
    </aside>
  );
}
