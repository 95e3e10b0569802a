import type { RightEvent, RightFee, RightField, RightHolder, RightProfile, RightState, Strand } from '../../../api/rightTypes';
import { formatPercent } from '../../../format';

/** Who holds it on a day. */
export function holdersOn(holders: readonly RightHolder[], day: string): RightHolder[] {
  return holders.filter(holder => (holder.from === null || holder.from <= day) && (holder.until === null || day < holder.until));
}

/** The first fee that is not paid; null when all are. */
export function nextFee(fees: readonly RightFee[]): RightFee | null {
  return fees.find(fee => fee.state !== 'paid') ?? null;
}

/** A fraction as a percentage, without needless zeros. */
export function percent(share: number | string): string {
  return formatPercent(String(share)).replace(/\.?0+%$/, '%');
}

export function fieldOf(profile: RightProfile, name: string): RightField | null {
  return profile.fields.find(field => field.field === name) ?? null;
}

/** Days between taking effect and being recorded; null where one of the two is not known. */
export function recordedLate(event: Pick<RightEvent, 'effectiveOn' | 'recordedOn'>): number | null {
  if (event.effectiveOn === null || event.recordedOn === null) return null;
  return Math.round((Date.parse(event.recordedOn) - Date.parse(event.effectiveOn)) / 86_400_000);
}

/** Nothing known, something missing or too old, or whole. */
export function strandState(strand: Strand): 'whole' | 'gappy' | 'unstarted' {
  if (strand.asOf === null && strand.sources.length === 0) return 'unstarted';
  return strand.stale || strand.gaps.length > 0 ? 'gappy' : 'whole';
}

/** The words of an event; of one typed in, without the code the register puts before them. */
export function wordsOf({ scheme, effect, text }: Pick<RightEvent, 'scheme' | 'effect' | 'text'>): string {
  return scheme === 'hand' && (text === effect || text.startsWith(`${effect} `)) ? text.slice(effect.length).trim() : text;
}

/** Ended for good or struck down: no fee is due any more and its term is of the past. */
export function isOver({ state, inForce }: RightState): boolean {
  return !inForce && !['unknown', 'applied', 'published', 'examination'].includes(state);
}

/** Whether nobody else held it from the same day. */
export const isSole = (holders: readonly RightHolder[], one: RightHolder) => holders.every(other => other === one || other.from !== one.from);
