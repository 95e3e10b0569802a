import type { Finding, Severity } from '../../../../api/types';
import { type Translate, useT } from '../../../../words';
import type { ConditionFault } from '../fields/condition';
import type { Unreadable } from '../reading/readings';
import styles from './FindingsList.module.css';
import type { Draft } from './marks';

/** The codes under which the server refuses the same text. */
export function codeOf(why: Unreadable): string {
  if (why === 'word') return 'FLD-0103';
  if (why === 'required') return 'FLD-0101';
  return why === 'taken' ? 'DEAL-0101' : why === 'tenor' ? 'DEAL-0106' : 'FLD-0102';
}

export function refusedSentence(t: Translate, why: Unreadable): string {
  return t(`terms.refused.${why}`);
}

export function sentenceOf(t: Translate, { found, why }: Draft): string {
  return `${t('terms.found', { found: found.length > 40 ? `${found.slice(0, 40)}…` : found })} ${refusedSentence(t, why)} ${codeOf(why)}`;
}

export function faultSentence(t: Translate, fault: ConditionFault): string {
  if (fault.fault !== 'name') return t(`terms.condition.${fault.fault}`, { found: fault.found });
  return fault.near === null ? t('terms.condition.name', { found: fault.found }) : t('terms.condition.near', { found: fault.found, near: fault.near });
}

export interface Listed {
  readonly path: string;
  readonly severity: Severity;
  /** The cell in words. */
  readonly place: string;
  readonly sentence: string;
  readonly code: string;
}

export function listedFinding(finding: Finding, place: string): Listed {
  return { path: finding.path, severity: finding.severity, place, sentence: finding.message, code: finding.code };
}

const most = 50;

/** Everything wrong in this part, in words; a click goes to the cell. */
export function FindingsList({ items, onGo }: { items: readonly Listed[]; onGo(path: string): void }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <div className={styles['list']} role="region" aria-label={t('terms.findings')}>
      <ol>
        {items.slice(0, most).map((item, i) => (
          <li key={`${item.path} ${item.code} ${i}`}>
            <button type="button" className={styles['item']} onClick={() => onGo(item.path)}>
              <span className={`${styles['severity']} ${styles[item.severity]}`}>{t(`terms.severity.${item.severity}`)}</span>
              <span className={styles['place']}>{item.place}</span>
              <span>{item.sentence}</span>
              <span className={styles['code']}>{item.code}</span>
            </button>
          </li>
        ))}
      </ol>
      {items.length > most && <div className={styles['more']}>{t('terms.findings.more', { count: items.length - most })}</div>}
    </div>
  );
}
