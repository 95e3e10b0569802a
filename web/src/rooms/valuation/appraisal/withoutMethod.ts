import type { Finding } from '../../../api/types';
import type { ValueRequest } from '../../../api/valuationTypes';
import { at, isMap, items, set, text } from '../request';

/** Takes a method out, and with it what the conclusion, the simulation and the sensitivity said of it. */
export function withoutMethod(request: ValueRequest, id: string): ValueRequest {
  let next = set(request, 'methods', items(request['methods']).filter(one => one['id'] !== id));
  next = set(next, `conclusion.weights.${id}`, undefined);
  for (const part of ['simulation', 'sensitivity', 'roll_forward']) if (text(at(next, `${part}.method`)) === id) next = set(next, part, undefined);
  if (text(at(next, 'conclusion.pick')) === id) next = set(next, 'conclusion.pick', undefined);
  const conclusion = next['conclusion'];
  return isMap(conclusion) && conclusion['weights'] === undefined && conclusion['pick'] === undefined ? set(next, 'conclusion', undefined) : next;
}

/** Methods something is wrong with or lacking, in the order of the request. */
export function faulty(request: ValueRequest, findings: readonly Finding[]): string[] {
  return items(request['methods']).map(one => text(one['id'])).filter(id => findings.some(({ path }) => path === `methods.${id}` || path.startsWith(`methods.${id}.`)));
}
