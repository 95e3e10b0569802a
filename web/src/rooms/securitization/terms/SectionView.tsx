import { useMemo, useRef } from 'react';
import type { Calculation, Finding } from '../../../api/types';
import { useT } from '../../../words';
import type { Terms } from './document';
import { type Section, sectionOf } from './fields/catalogue';
import type { Naming } from './fields/cellText';
import { conditionNames } from './fields/known';
import { owns } from './fields/shapes';
import { codeOf, FindingsList, type Listed, listedFinding, refusedSentence } from './grid/FindingsList';
import type { Draft, Marks } from './grid/marks';
import type { Outcome } from './grid/model';
import { type ShapeHandle, ShapeView } from './ShapeView';
import styles from './TermsTab.module.css';

interface Props {
  section: Section;
  terms: Terms;
  naming: Naming;
  marks: Marks;
  findings: readonly Finding[];
  drafts: ReadonlyMap<string, Draft>;
  calculation: Calculation | null;
  isReadOnly: boolean;
  onOutcome(outcome: Outcome): void;
  onRows(text: string, list: string): void;
  onOrigin(path: string): void;
  onGoToText(line: number, column: number): void;
}

/** One part of the terms: its tables and forms, and what is wrong in it. */
export function SectionView({ section, terms, naming, marks, findings, drafts, calculation, isReadOnly, onOutcome, onRows, onOrigin, onGoToText }: Props) {
  const t = useT();
  const shapes = useRef<(ShapeHandle | null)[]>([]);
  const names = useMemo(() => conditionNames(terms.root), [terms]);
  const titleOf = (path: string) => t(section.shapes.find((shape) => owns(shape, path))?.title ?? section.label);
  const placeOf = (path: string) => shapes.current.map((shape) => shape?.placeOf(path)).find((place) => place) ?? titleOf(path);
  const items: Listed[] = [
    ...[...drafts].filter(([path]) => sectionOf(path) === section.id).map(([path, draft]): Listed => ({
      path,
      severity: 'error',
      place: placeOf(path),
      sentence: `${t('terms.found', { found: draft.found })} ${refusedSentence(t, draft.why)}`,
      code: codeOf(draft.why),
    })),
    ...findings.filter((finding) => sectionOf(finding.path) === section.id).map((finding) => listedFinding(finding, placeOf(finding.path))),
  ];
  const ownerOf = (path: string) => Math.max(0, section.shapes.findIndex((shape) => owns(shape, path)));
  const go = (path: string) => {
    if (shapes.current.some((shape) => shape?.goTo(path))) return;
    const finding = findings.find((one) => one.path === path);
    if (finding?.line) onGoToText(finding.line, finding.column ?? 1);
  };
  return (
    <div className={styles['shapes']}>
      <p className="soft">{t('terms.hint')}</p>
      {section.shapes.map((shape, i) => (
        <ShapeView
          key={shape.title}
          ref={(handle) => {
            shapes.current[i] = handle;
          }}
          shape={shape}
          terms={terms}
          naming={naming}
          marks={marks}
          isReadOnly={isReadOnly}
          conditionNames={names}
          onOutcome={onOutcome}
          onRows={onRows}
          onOrigin={onOrigin}
          faults={<FindingsList items={items.filter((item) => ownerOf(item.path) === i)} onGo={go} />}
        />
      ))}
      {section.id === 'dates' && calculation?.base && (
        <section className={styles['shape']}>
          <h3>{t('terms.paymentDates.computed')}</h3>
          <p className={styles['computed']}>{calculation.base.periods.map((period) => <span key={period.k}>{period.payDate}</span>)}</p>
        </section>
      )}
    </div>
  );
}
