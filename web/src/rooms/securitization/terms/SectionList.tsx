import { useEffect, useRef } from 'react';
import type { Finding } from '../../../api/types';
import { useT } from '../../../words';
import { sectionOf, sections } from './fields/catalogue';
import type { Draft } from './grid/marks';
import styles from './TermsTab.module.css';

interface Props {
  current: string;
  findings: readonly Finding[];
  drafts: ReadonlyMap<string, Draft>;
  onShow(id: string): void;
}

/** The parts of the terms, each with the number of its errors and warnings. */
export function SectionList({ current, findings, drafts, onShow }: Props) {
  const t = useT();
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { current: button } = here;
    button?.parentElement?.scrollTo({ left: button.offsetLeft - button.parentElement.clientWidth / 2 + button.clientWidth / 2 });
  }, [current]);
  const count = (id: string, severity: string) =>
    findings.filter((finding) => finding.severity === severity && sectionOf(finding.path) === id).length +
    (severity === 'error' ? [...drafts.keys()].filter((path) => sectionOf(path) === id).length : 0);
  return (
    <nav className={styles['sections']} aria-label={t('terms.sections')}>
      {sections.map((section) => {
        const [errors, warnings] = [count(section.id, 'error'), count(section.id, 'warning')];
        return (
          <button
            key={section.id}
            ref={section.id === current ? here : undefined}
            type="button"
            aria-current={section.id === current ? 'page' : undefined}
            className={section.id === current ? `${styles['section']} ${styles['current']}` : styles['section']}
            onClick={() => onShow(section.id)}
          >
            {t(section.label)}
            {errors > 0 && <span className={styles['errors']} aria-label={`${errors} ${t('terms.severity.error')}`}>{errors}</span>}
            {errors === 0 && warnings > 0 && <span className={styles['warnings']} aria-label={`${warnings} ${t('terms.severity.warning')}`}>{warnings}</span>}
          </button>
        );
      })}
    </nav>
  );
}
