import type { ExpertScore, RubricDetail, RubricIndicator, ScoreSheet } from '../../../api/scoreTypes';

/** What an expert typed of one indicator. */
export interface Typed {
  score: string;
  basis: string;
}

const number = /^\d{1,3}(\.\d+)?$/;

/** A score of 0 to 100. */
export const isScore = (text: string) => number.test(text.trim()) && Number(text) <= 100;

/** The scores that can be read; the others wait. */
export function readable(typed: Readonly<Record<string, Typed>>): ExpertScore[] {
  return Object.entries(typed).flatMap(([indicator, { score, basis }]) => (isScore(score) ? [{ indicator, score: score.trim(), basis: basis.trim() === '' ? null : basis.trim() }] : []));
}

export const indicatorsOf = (rubric: RubricDetail): RubricIndicator[] => rubric.sides.flatMap(side => side.groups.flatMap(group => group.indicators));

/** Whoever scores anew starts from what the experts said last; the register's facts are read again. */
export function carriedOn(sheet: ScoreSheet | undefined, rubric: RubricDetail): Record<string, Typed> {
  if (sheet === undefined || sheet.rubric !== rubric.row.code) return {};
  const ofPeople = new Set(indicatorsOf(rubric).filter(indicator => indicator.mode !== 'auto').map(indicator => indicator.id));
  const scored = sheet.result.subjects[0]?.level1.flatMap(side => side.level2.flatMap(group => group.level3)) ?? [];
  return Object.fromEntries(scored.flatMap(({ id, score, input }) => (ofPeople.has(id) && score !== null && input !== null && !input.name.startsWith('facts.') ? [[id, { score, basis: basisOf(input.origin.source) }]] : [])));
}

/** A source of a score reads `person：what it rests on`. */
export const basisOf = (source: string) => (source.includes('：') ? source.slice(source.indexOf('：') + 1) : '');
