import { Button } from 'antd';
import type { PolicyExamined, PolicyFinding } from '../../../api/creditPolicyTypes';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from './Policies.module.css';

interface Props {
  examined: PolicyExamined | undefined;
  working: boolean;
  onGo: (finding: PolicyFinding) => void;
  onTry: (finding: PolicyFinding) => void;
}

/** What is found while the text is written; each finding leads to its place and can be tried with its own example. */
export function FindingsPanel({ examined, working, onGo, onTry }: Props) {
  const t = useT();
  const findings = examined?.findings ?? [];
  const errors = findings.filter(finding => finding.severity === 'error').length;
  const facts = new Set(examined?.facts.map(fact => fact.name));
  return (
    <aside className={styles['findings']} aria-label={t('policyEdit.findings')}>
      <h2>
        {t('policyEdit.findings')}
        {examined === undefined ? <span className={styles['note']}>{t('policyEdit.checking')}</span>
          : working ? <span className={styles['note']} role="status">{t('policyEdit.checking')}</span>
            : <StateMark tone={errors > 0 ? 'red' : 'green'}>{errors > 0 ? t('policyEdit.errors', { count: errors }) : t('policyEdit.sound')}</StateMark>}
      </h2>
      {examined !== undefined && examined.tests.length > 0 && <p className={styles['note']}>{t('policyEdit.tests', { passed: examined.tests.filter(test => test.passes).length, count: examined.tests.length })}</p>}
      {examined !== undefined && findings.length === 0 && <p>{t('policyEdit.nothing')}</p>}
      <ol>
        {findings.map((finding, n) => (
          <li key={`${finding.code}${finding.path}${n}`} data-severity={finding.severity}>
            <button type="button" onClick={() => onGo(finding)}>{finding.message}</button>
            <p className={styles['note']} translate="no">{finding.code} · {finding.path}</p>
            {finding.example.length > 0
              ? <p>{t('policyEdit.example')}<span translate="no">{finding.example.map(part => `${part.input} = ${part.value}`).join('，')}</span></p>
              : finding.severity !== 'info' && <p className={styles['note']}>{t('policyEdit.expected', { expected: finding.expected })}</p>}
            {finding.example.some(part => facts.has(part.input)) && <Button size="small" onClick={() => onTry(finding)}>{t('policyEdit.tryThis')}</Button>}
          </li>
        ))}
      </ol>
    </aside>
  );
}
