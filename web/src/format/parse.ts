import { readDecimal, round, shift, trimmed, writeDecimal } from './decimal';

/** Full-width digits and marks as typed with a Chinese keyboard become plain ones. */
function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/[\s\u3000_]/g, '');
}

const units: Record<string, number> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12, k: 3, m: 6 };

/** 2300万, 1.45亿, 23,000,000, ¥1,000.50 → yuan with two decimals; null when it is not an amount of whole fen. */
export function parseMoney(text: string): string | null {
  const match = /^[¥￥]?([+-]?[\d,]*\.?\d+|[+-]?[\d,]+\.)(万亿|千万|百万|亿|万|千|[kKmM])?(?:元|CNY)?$/.exec(plain(text));
  if (match === null) return null;
  const digits = match[1] ?? '';
  if (digits.includes(',') && !/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits)) return null;
  const exact = readDecimal(digits.replace(/,/g, ''));
  const power = units[(match[2] ?? '').toLowerCase()];
  if (exact === null || power === undefined) return null;
  const yuan = trimmed(shift(exact, power));
  return yuan.scale > 2 ? null : writeDecimal(round(yuan, 2));
}

/** Under a head that says percent: 4.2, 4.2%, 420bp → the fraction 0.042; null when it is not a rate. */
export function parsePercent(text: string): string | null {
  const match = /^([+-]?\d*\.?\d+|[+-]?\d+\.)(%|bp|‰)?$/i.exec(plain(text));
  const exact = match === null ? null : readDecimal(match[1] ?? '');
  if (match === null || exact === null) return null;
  const mark = match[2]?.toLowerCase() ?? '%';
  return writeDecimal(trimmed(shift(exact, mark === 'bp' ? -4 : mark === '‰' ? -3 : -2)));
}

/** A count or an index: 12, 1,200; null when it is not a whole number. */
export function parseWhole(text: string): number | null {
  const digits = plain(text).replace(/,/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** 20261228, 2026-12-28, 2026/12/28, 2026年12月28日 → ISO; null when the calendar has no such day. */
export function parseDate(text: string): string | null {
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain(text)) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain(text)) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(plain(text));
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const instant = new Date(Date.UTC(year, month - 1, day));
  const real = instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return real ? instant.toISOString().slice(0, 10) : null;
}
