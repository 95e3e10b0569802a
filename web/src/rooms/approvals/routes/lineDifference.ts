/** A line of two texts laid over each other. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** The shortest way from one text to the other, line by line: removed lines stand before those added in their place. */
export function lineDifference(before: string, after: string): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const same = (lines: string[]): DiffLine[] => lines.map(text => ({ kind: 'same', text }));
  return [...same(a.slice(0, head)), ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), ...same(a.slice(a.length - tail))];
}

function linesOf(text: string): string[] {
  const lines = text.replace(/\r\n/g, '\n').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Longest common subsequence; texts too long for its table are replaced whole. */
function middle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const all = (kind: 'added' | 'removed', lines: readonly string[]): DiffLine[] => lines.map(text => ({ kind, text }));
  if (a.length * b.length > 4_000_000) return [...all('removed', a), ...all('added', b)];
  const wide = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * wide);
  const at = (i: number, j: number) => longest[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) longest[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const told: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      told.push({ kind: 'same', text: a[i] ?? '' });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) told.push({ kind: 'removed', text: a[i++] ?? '' });
    else told.push({ kind: 'added', text: b[j++] ?? '' });
  }
  return [...told, ...all('removed', a.slice(i)), ...all('added', b.slice(j))];
}
