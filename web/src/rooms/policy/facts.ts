import type { SchemeFact } from '../../api/policyTypes';

/** What was typed into the calculator, by the name of the fact or the cap. */
export type Typed = Readonly<Record<string, string>>;

/** Only what was filled in is stated: what is left empty is not known. */
export function stated(facts: readonly SchemeFact[], typed: Typed): Record<string, string> {
  return Object.fromEntries(facts.flatMap(fact => ((typed[fact.name] ?? '').trim() === '' ? [] : [[fact.name, (typed[fact.name] ?? '').trim()]])));
}

/** What a stored document states, by the dotted name of the fact; a value with its source and day gives its value. */
export function flat(facts: Readonly<Record<string, unknown>>, under = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).flatMap(([key, value]) => {
    const name = under === '' ? key : `${under}.${key}`;
    if (typeof value === 'object' && value !== null) return 'value' in value ? [[name, `${(value as { value: unknown }).value as string}`] as const] : Object.entries(flat(value as Record<string, unknown>, name));
    return value === null ? [] : [[name, String(value)] as const];
  }));
}

/** The use of caps is known as soon as one of them is filled in; a cap beside it that is empty was not used. */
export function used(caps: readonly string[], typed: Typed): Record<string, string> | undefined {
  const given = caps.flatMap(cap => ((typed[`cap:${cap}`] ?? '').trim() === '' ? [] : [[cap, (typed[`cap:${cap}`] ?? '').trim()] as const]));
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
