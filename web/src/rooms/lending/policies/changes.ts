import type { PolicyFieldChange } from '../../../api/creditPolicyTypes';

/** What changed of one item: a row, a parameter, a reason; or the fields of a part. */
export interface ItemChange {
  readonly item: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

/** Changes of one part of the policy. */
export interface PartChange {
  readonly part: string;
  readonly items: readonly ItemChange[];
}

const lists = new Set(['rows', 'inputs', 'outputs', 'values', 'groups', 'bands', 'facts', 'parameters', 'reasons', 'figures', 'tests', 'conditions', 'fees', 'open']);

/** Field by field changes as rows added, removed and changed, part by part in the order they come. */
export function grouped(changes: readonly PolicyFieldChange[]): PartChange[] {
  const parts = new Map<string, Map<string, PolicyFieldChange[]>>();
  for (const change of changes) {
    const [part, item, field] = split(change.path);
    const items = parts.get(part) ?? new Map<string, PolicyFieldChange[]>();
    parts.set(part, items);
    items.set(item, [...(items.get(item) ?? []), { ...change, path: field }]);
  }
  return [...parts].map(([part, items]) => ({ part, items: [...items].map(([item, fields]) => ({ item, kind: item === '' ? 'changed' as const : kindOf(fields), fields: fields.map(one => ({ field: one.path, before: one.before, after: one.after })) })) }));
}

function kindOf(fields: readonly PolicyFieldChange[]): ItemChange['kind'] {
  const named = fields.find(field => ['id', 'name', 'code', 'grade'].includes(field.path));
  if (named === undefined) return 'changed';
  return named.before === null ? 'added' : named.after === null ? 'removed' : 'changed';
}

function split(path: string): [string, string, string] {
  const steps = path.split('.');
  const at = steps.findIndex((step, n) => lists.has(step) && (n === 0 || steps[0] === 'steps'));
  if (at < 0) return steps[0] === 'steps' && steps.length > 2 ? [steps.slice(0, 2).join('.'), '', steps.slice(2).join('.')] : ['', '', path];
  return [steps.slice(0, at + 1).join('.'), steps[at + 1] ?? '', steps.slice(at + 2).join('.')];
}
