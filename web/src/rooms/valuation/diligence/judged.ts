import type { DiligenceAnswer, DiligenceItem, RiskGrade } from '../../../api/diligenceTypes';
import type { Tone } from '../../../shell/StateMark';

export const grades = ['fatal', 'major', 'minor'] as const;

export const gradeTones: Record<RiskGrade, Tone> = { fatal: 'red', major: 'amber', minor: 'grey' };

export const answers = ['no', 'open', 'conditions', 'yes'] as const;

export const answerTones: Record<DiligenceAnswer, Tone> = { no: 'red', open: 'amber', conditions: 'blue', yes: 'green' };

export interface ChapterOf {
  id: string;
  title: string;
  items: DiligenceItem[];
  findings: number;
  unknown: number;
  clear: number;
}

/** The chapters in their order. */
export function chapters(items: readonly DiligenceItem[]): ChapterOf[] {
  const found = new Map<string, ChapterOf>();
  for (const item of items) {
    const chapter = found.get(item.chapter) ?? { id: item.chapter, title: item.chapterTitle, items: [], findings: 0, unknown: 0, clear: 0 };
    chapter.items.push(item);
    if (item.state === 'finding') chapter.findings += 1;
    else chapter[item.state] += 1;
    found.set(item.chapter, chapter);
  }
  return [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
}

export interface ItemFilter {
  right: string;
  /** `open`: findings and unknowns; empty for all; else a state or a grade. */
  show: string;
}

export function filtered(items: readonly DiligenceItem[], { right, show }: ItemFilter): DiligenceItem[] {
  return items.filter(item => {
    if (right === 'firm' ? item.right !== null : right !== '' && item.right !== right) return false;
    if (show === '') return true;
    return show === 'open' ? item.state !== 'clear' : item.state === show || item.grade === show;
  });
}

/** The same thing asked of several rights stands together. */
export function grouped<T extends { item: string }>(items: readonly T[]): { item: string; each: T[] }[] {
  const found = new Map<string, T[]>();
  for (const one of items) found.set(one.item, [...(found.get(one.item) ?? []), one]);
  return [...found].map(([item, each]) => ({ item, each }));
}

/** `finding major co-owned` in parts. */
export function said(text: string | null): { state: string; grade: string | null } | null {
  if (text === null) return null;
  const [state = '', grade = null] = text.split(' ');
  return { state, grade };
}
