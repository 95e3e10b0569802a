import { isMap } from '../request';
import type { ValueRequest } from '../../../api/valuationTypes';

/** What a template may state; the rights, the day and the purpose are the batch's own. */
export const templateKeys = ['value_type', 'timing', 'life', 'discount', 'methods', 'not_used', 'conclusion', 'quality', 'pledge', 'sensitivity', 'simulation'] as const;

/** Taken from an appraisal: what its methods assume, without what belongs to its own rights and years. */
export function templateOf(request: ValueRequest): ValueRequest {
  const kept = Object.fromEntries(templateKeys.flatMap(key => (request[key] === undefined ? [] : [[key, request[key]]])));
  if (!Array.isArray(kept['methods'])) return kept;
  return {
    ...kept,
    methods: kept['methods'].map(method => {
      if (!isMap(method) || !isMap(method['income'])) return method;
      // The income is the product's own: only how it goes on is assumed for all.
      const { growth, fade, erosion, years } = method['income'];
      const income = Object.fromEntries(Object.entries({ growth, fade, erosion, years }).filter(([, value]) => value !== undefined));
      return Object.keys(income).length === 0 ? Object.fromEntries(Object.entries(method).filter(([key]) => key !== 'income')) : { ...method, income };
    }),
  };
}

export type TemplateFault = { kind: 'json'; text: string } | { kind: 'map' } | { kind: 'key'; key: string };

/** A template as typed: a JSON object of known keys, or what is wrong with it. */
export function readTemplate(text: string): { template: ValueRequest | null } | TemplateFault {
  if (text.trim() === '') return { template: null };
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (reason) {
    return { kind: 'json', text: reason instanceof Error ? reason.message : String(reason) };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return { kind: 'map' };
  const strange = Object.keys(read).find(key => !(templateKeys as readonly string[]).includes(key));
  return strange === undefined ? { template: read as ValueRequest } : { kind: 'key', key: strange };
}
