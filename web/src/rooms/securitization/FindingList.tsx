import { CloseCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Finding, Severity } from '../../api/types';
import { useT, type Word } from '../../words';
import styles from './FindingList.module.css';

const marks: Record<Severity, { icon: ReactNode; word: Word }> = {
  error: { icon: <CloseCircleOutlined />, word: 'finding.severity.error' },
  warning: { icon: <ExclamationCircleOutlined />, word: 'finding.severity.warning' },
  info: { icon: <InfoCircleOutlined />, word: 'finding.severity.info' },
};

const order: Severity[] = ['error', 'warning', 'info'];

/** Something was written there; a missing part is told by the sentence alone. */
const stated = (found: string | null): found is string => found !== null && found !== '' && found !== '—';

/** A long list of what would be right is cut; the whole stands in the tooltip. */
const short = (text: string) => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);

/** A place in a workbook (`资产!C12`) has no line. */
const isCell = (path: string) => path.includes('!');

/** What the check found: plain words first, path and code at the end. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul className={styles['list']}>
      {sorted.map((finding, index) => (
        <li key={index} className={styles[finding.severity]}>
          <span className={styles['mark']}>
            {marks[finding.severity].icon} {t(marks[finding.severity].word)}
          </span>
          <span className={styles['words']}>
            {finding.message}
            {stated(finding.found) && (
              <span className={styles['found']} title={finding.expected ?? ''}>
                {' '}
                {t('finding.found', { found: finding.found, expected: short(finding.expected ?? '') })}
              </span>
            )}{' '}
            <span className={styles['place']}>
              {finding.path !== '' && <code>{finding.path}</code>}{' '}
              {finding.line !== null && !isCell(finding.path) && t('finding.line', { line: finding.line })} {finding.code}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
