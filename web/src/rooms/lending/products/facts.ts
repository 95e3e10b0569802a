import type { AskedFact, TypedFacts } from '../../../api/originationTypes';
import { parsePercent } from '../../../format';

/** What is typed of facts, by name: texts as they are typed, lists for facts of several words. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** Only what was filled in is stated: what is left empty is what the register says, or not known. Rates are typed as percent. */
export function statedFacts(asks: readonly AskedFact[], filled: Filled): TypedFacts {
  const stated: TypedFacts = {};
  for (const fact of asks) {
    const value = filled[fact.name];
    if (value === undefined || value.length === 0) continue;
    stated[fact.name] = typeof value === 'string' && fact.unit === '%' ? (parsePercent(value) ?? value) : typeof value === 'string' ? value.trim().replace(fact.type === 'number' ? /,/g : /^$/, '') : value;
  }
  return stated;
}

/** The typed facts of a kept form, as the fields show them. */
export function filledFacts(asks: readonly AskedFact[], typed: TypedFacts | null | undefined): Filled {
  const filled: Record<string, string | readonly string[]> = {};
  for (const fact of asks) {
    const kept = typed?.[fact.name];
    const value = typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as { value?: unknown }).value : kept;
    if (Array.isArray(value)) filled[fact.name] = value.map(String);
    else if (value !== undefined && value !== null) filled[fact.name] = fact.unit === '%' && typeof value === 'string' && Number.isFinite(Number(value)) ? `${+(Number(value) * 100).toFixed(6)}` : String(value as string | number | boolean);
  }
  return filled;
}
