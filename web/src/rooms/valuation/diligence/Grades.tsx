import type { RiskGrade } from '../../../api/diligenceTypes';
import { StateMark } from '../../../shell/StateMark';
import { useT } from '../../../words';
import styles from '../Valuation.module.css';
import { grades, gradeTones } from './judged';

/** Findings by grade; a grade without findings is left out. */
export function GradeCounts({ counts }: { counts: Record<RiskGrade, number> }) {
  const t = useT();
  const shown = grades.filter(grade => counts[grade] > 0);
  if (shown.length === 0) return <span className="soft">{t('batch.findings.none')}</span>;
  return (
    <span className={styles['actions']} style={{ gap: 4 }}>
      {shown.map(grade => (
        <StateMark key={grade} tone={gradeTones[grade]}>{`${t(`riskGrade.${grade}`)} ${counts[grade]}`}</StateMark>
      ))}
    </span>
  );
}
