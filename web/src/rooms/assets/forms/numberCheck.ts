/** Chinese patent application numbers and credit codes, checked while they are typed; the server checks again. */

const narrow = (text: string) => text.replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** The check digit of 8 or 12 digits: the weighted sum modulo 11, 10 written X. */
export function checkDigit(digits: string): string {
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const rest = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0) % 11;
  return rest === 10 ? 'X' : String(rest);
}

export type NumberCheck = { kind: 'empty' | 'form' } | { kind: 'digit'; expected: string } | { kind: 'type'; shown: string } | { kind: 'right'; normal: string };

const types: Record<string, string> = { '1': 'invention', '8': 'invention', '2': 'utility_model', '9': 'utility_model', '3': 'design' };

/** What a number in any spelling is worth for a category: `ZL 2019 1 0561574.9`, `CN201910561574`. */
export function checkNumber(text: string, category: string): NumberCheck {
  const plain = narrow(text).replace(/[\s\-/]/g, '').toUpperCase();
  if (plain === '') return { kind: 'empty' };
  const match = /^(?:ZL|CNZL|CN)?(\d{12}|\d{8})(?:\.([\dX]))?$/.exec(plain);
  const digits = match?.[1];
  if (match === null || digits === undefined) return { kind: 'form' };
  const expected = checkDigit(digits);
  if (match[2] !== undefined && match[2] !== expected) return { kind: 'digit', expected };
  const shown = types[digits.charAt(digits.length === 12 ? 4 : 2)];
  if (shown !== undefined && shown !== category) return { kind: 'type', shown };
  return { kind: 'right', normal: `${digits}.${expected}` };
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** `old` checks only by its organisation code: real codes of the early pilots are like this. */
export type CodeCheck = { kind: 'empty' | 'form' | 'old' | 'right' } | { kind: 'digit'; expected: string };

/** GB 32100: the last character over the seventeen before it; else the organisation code inside, GB 11714. */
export function checkCode(text: string): CodeCheck {
  const code = narrow(text).trim().toUpperCase();
  if (code === '') return { kind: 'empty' };
  if (code.length !== 18 || ![...code].every(c => alphabet.includes(c)) || !/^\d{6}$/.test(code.slice(2, 8))) return { kind: 'form' };
  const sum = [...code.slice(0, 17)].reduce(({ total, weight }, c) => ({ total: total + alphabet.indexOf(c) * weight, weight: (weight * 3) % 31 }), { total: 0, weight: 1 }).total;
  const expected = alphabet.charAt((31 - (sum % 31)) % 31);
  if (code.charAt(17) === expected) return { kind: 'right' };
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const inner = 11 - ([...code.slice(8, 16)].reduce((total, c, index) => total + (/\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55) * (weights[index] ?? 0), 0) % 11);
  const organisation = inner === 10 ? 'X' : inner === 11 ? '0' : String(inner);
  return code.charAt(16) === organisation ? { kind: 'old' } : { kind: 'digit', expected };
}
