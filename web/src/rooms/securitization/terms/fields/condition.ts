/** What can be seen wrong in a condition while it is typed; whether its types fit is the server's to say. */
export type ConditionFault =
  | { readonly fault: 'name'; readonly found: string; readonly near: string | null }
  | { readonly fault: 'equals' | 'open' | 'closed' | 'character'; readonly found: string };

const words = new Set(['and', 'or', 'not', 'min', 'max', 'true', 'false']);
const grade = /^(AAA|AA|A|BBB|BB|B|CCC|CC|C|D)$/;
const token = /\s+|(\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{Nd}_.]*)|(>=|<=|==|!=|[-><+*/(),])|(=)|(.)/gsu;

export function faultOf(condition: string, names: readonly string[]): ConditionFault | null {
  let depth = 0;
  for (const [found, , name, symbol, equals, other] of condition.matchAll(token)) {
    if (equals) return { fault: 'equals', found };
    if (other) return { fault: 'character', found };
    if (symbol === '(') depth += 1;
    if (symbol === ')' && --depth < 0) return { fault: 'closed', found };
    if (name && !words.has(name) && !grade.test(name) && !names.includes(name)) return { fault: 'name', found: name, near: nearest(name, names) };
  }
  return depth > 0 ? { fault: 'open', found: '(' } : null;
}

/** The known name within a slip of the hand. */
export function nearest(name: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const steps = distance(name, candidate);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
