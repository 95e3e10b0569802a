/** An exact decimal: `digits` × 10^-`scale`. */
export interface Exact {
  digits: bigint;
  scale: number;
}

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads a decimal string exactly; null when it is not one. */
export function readDecimal(text: string): Exact | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** Moves the point: `shift(x, -4)` is x / 10,000. */
export function shift(value: Exact, places: number): Exact {
  const scale = value.scale - places;
  return scale < 0 ? { digits: value.digits * 10n ** BigInt(-scale), scale: 0 } : { digits: value.digits, scale };
}

/** 四舍五入, half away from zero. */
export function round(value: Exact, scale: number): Exact {
  if (value.scale <= scale) return { digits: value.digits * 10n ** BigInt(scale - value.scale), scale };
  const step = 10n ** BigInt(value.scale - scale);
  const negative = value.digits < 0n;
  const magnitude = negative ? -value.digits : value.digits;
  const rounded = (magnitude + step / 2n) / step;
  return { digits: negative ? -rounded : rounded, scale };
}

function aligned(a: Exact, b: Exact): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [round(a, scale).digits, round(b, scale).digits, scale];
}

export function add(a: Exact, b: Exact): Exact {
  const [left, right, scale] = aligned(a, b);
  return { digits: left + right, scale };
}

export function subtract(a: Exact, b: Exact): Exact {
  const [left, right, scale] = aligned(a, b);
  return { digits: left - right, scale };
}

export function compare(a: Exact, b: Exact): number {
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Plain digits with a point, no separators: what the server reads. */
export function writeDecimal(value: Exact): string {
  const negative = value.digits < 0n;
  const magnitude = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  const cut = magnitude.length - value.scale;
  const text = value.scale === 0 ? magnitude : `${magnitude.slice(0, cut)}.${magnitude.slice(cut)}`;
  return negative ? `-${text}` : text;
}

/** Digits for people: thousands separated. */
export function grouped(value: Exact): string {
  const [whole = '', fraction] = writeDecimal(value).split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** Without zeros at the end: 0.0420 is 0.042. */
export function trimmed(value: Exact): Exact {
  let { digits, scale } = value;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}
