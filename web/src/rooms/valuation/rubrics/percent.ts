/** Weights stand in the text as parts of 1 and on the page as percentages; the point is moved in the digits, never by a division. */

export function percentOf(part: string): string {
  return moved(part, 2);
}

/** Null for what is no number. */
export function partOf(percent: string): string | null {
  const typed = percent.trim().replace(/%$/, '').trim();
  return /^\d+(\.\d+)?$/.test(typed) ? moved(typed, -2) : null;
}

/** The sum of decimals as text, exactly; null where one is no number. */
export function sumOf(parts: readonly string[]): string | null {
  if (parts.some(part => !/^\d+(\.\d+)?$/.test(part))) return null;
  const places = Math.max(0, ...parts.map(part => part.split('.')[1]?.length ?? 0));
  const sum = parts.reduce((total, part) => total + BigInt(part.replace('.', '') + '0'.repeat(places - (part.split('.')[1]?.length ?? 0))), 0n);
  const digits = sum.toString().padStart(places + 1, '0');
  return trimmed(places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

/** As the server looks at it: parts such as 1/45 have no end in decimals. */
export function isWhole(sum: string | null): boolean {
  return sum !== null && Math.abs(Number(sum) - 1) <= 1e-9;
}

function moved(number: string, places: number): string {
  if (!/^\d+(\.\d+)?$/.test(number)) return number;
  const [whole = '', fraction = ''] = number.split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  return trimmed(padded.length > at ? `${padded.slice(0, at)}.${padded.slice(at)}` : padded);
}

function trimmed(number: string): string {
  const short = number.includes('.') ? number.replace(/0+$/, '').replace(/\.$/, '') : number;
  return short.replace(/^0+(?=\d)/, '');
}
