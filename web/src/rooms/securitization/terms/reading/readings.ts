import { readDecimal, round, shift, trimmed, writeDecimal } from '../../../../format/decimal';

/** Why a typed or pasted text cannot stand in a cell; the key of a sentence in the words. */
export type Unreadable =
  | 'money' | 'places' | 'grouping' | 'scientific' | 'negative' | 'tooLarge' | 'rate' | 'rateUnit' | 'date' | 'noSuchDay' | 'serial'
  | 'whole' | 'flag' | 'tenor' | 'id' | 'taken' | 'word' | 'formula' | 'required' | 'limit' | 'period';

/** The text as the file holds it (empty: the field is taken out), or why there is none. */
export type Reading = { readonly text: string } | { readonly refused: Unreadable };

const scales: readonly (readonly [string, number])[] = [['万亿', 12], ['亿', 8], ['千万', 7], ['百万', 6], ['万', 4], ['千', 3], ['', 0]];
const formulaErrors = /^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|SPILL|CALC)[!?]?$/i;

/** Full-width forms become half-width, blanks of all kinds go, a dash alone means "none". */
export function tidy(raw: string): string {
  const text = raw.normalize('NFKC').replace(/[\u00a0\u200b\ufeff]/g, ' ').trim();
  return /^[-–—―]+$/.test(text) ? '' : text;
}

function checked(raw: string, read: (text: string) => Reading): Reading {
  const text = tidy(raw);
  if (text === '') return { text: '' };
  return formulaErrors.test(text) ? { refused: 'formula' } : read(text);
}

/** 23,000,000 · 2300万 · 1.45亿 · ￥1,000.50元, exact to the fen. */
export function readMoney(raw: string): Reading {
  return checked(raw, (text) => {
    const bare = text.replace(/^(人民币|RMB|CNY|¥)\s*/i, '').replace(/\s*元$/, '');
    const [suffix, power] = scales.find(([word]) => bare.endsWith(word)) ?? ['', 0];
    const digits = withoutGroups(bare.slice(0, bare.length - suffix.length).trim());
    if (typeof digits !== 'string') return digits;
    if (/^\d*\.?\d+e[+-]?\d+$/i.test(digits)) return { refused: 'scientific' };
    if (/^(-|\().*\d/.test(digits)) return { refused: 'negative' };
    const value = /^\+?(\d+\.?\d*|\.\d+)$/.test(digits) ? readDecimal(digits) : null;
    if (!value) return { refused: 'money' };
    const yuan = trimmed(shift(value, power));
    if (yuan.scale > 2) return { refused: 'places' };
    const written = writeDecimal(round(yuan, 2));
    if (written.length > 18) return { refused: 'tooLarge' };
    return { text: suffix === '' && /^(0|[1-9]\d*)(\.\d{1,2})?$/.test(digits) ? digits : written };
  });
}

/** 5.20% · 520bp · 5.2‰ · 0.052; a bare number above 1 is refused because nobody can know its unit. */
export function readRate(raw: string): Reading {
  return checked(raw, (text) => {
    const match = /^(-?[\d.,]+)\s*(%|‰|bps?|个?基点)?$/i.exec(text);
    const digits = match ? withoutGroups(match[1] ?? '') : text;
    const value = typeof digits === 'string' ? readDecimal(digits) : null;
    if (!match || !value) return { refused: 'rate' };
    const unit = match[2];
    if (!unit) return value.digits > 10n ** BigInt(value.scale) ? { refused: 'rateUnit' } : { text: String(digits) };
    return { text: writeDecimal(trimmed(shift(value, unit === '%' ? -2 : unit === '‰' ? -3 : -4))) };
  });
}

/** A number as it stands: per cent of a schedule, years of a term. */
export function readNumber(raw: string): Reading {
  return checked(raw, (text) => {
    const digits = withoutGroups(text.replace(/%$/, ''));
    return typeof digits === 'string' && /^-?\d+(\.\d+)?$/.test(digits) ? { text: digits } : { refused: 'rate' };
  });
}

/** 2026-01-20 · 2026/1/20 · 20260120 · 2026年1月20日 · 2026.1.20. */
export function readDate(raw: string): Reading {
  return checked(raw, (text) => {
    if (/^\d{5}$/.test(text)) return { refused: 'serial' };
    const match = /^(\d{4})(?:(\d{2})(\d{2})|\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?)(?:\s+0{1,2}:00(:00)?)?$/.exec(text);
    if (!match) return { refused: 'date' };
    const [year, month, day] = [Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5])];
    const date = new Date(Date.UTC(year, month - 1, day));
    const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return real ? { text: date.toISOString().slice(0, 10) } : { refused: 'noSuchDay' };
  });
}

export function readWhole(raw: string): Reading {
  return checked(raw, (text) => {
    const digits = withoutGroups(text.replace(/[项户件期个]$/, ''));
    if (typeof digits !== 'string') return digits;
    return /^-?\d{1,9}(\.0+)?$/.test(digits) ? { text: digits.replace(/\.0+$/, '') } : { refused: 'whole' };
  });
}

export function readFlag(raw: string): Reading {
  return checked(raw, (text) => {
    if (/^(true|yes|y|是|√|✓|有)$/i.test(text)) return { text: 'true' };
    return /^(false|no|n|否|×|无)$/i.test(text) ? { text: 'false' } : { refused: 'flag' };
  });
}

const tenors: Readonly<Record<string, string>> = {
  月: '1M', 每月: '1M', 按月: '1M', 季: '3M', 季度: '3M', 每季: '3M', 按季: '3M', 半年: '6M', 每半年: '6M', 年: '12M', 每年: '12M', 按年: '12M',
};

/** 3M · 3个月 · 按季 · 半年. */
export function readTenor(raw: string): Reading {
  return checked(raw, (text) => {
    const match = /^([1-9]\d{0,3})\s*(个?月|个?季度|年|周|天|日|[DWMY])$/i.exec(text);
    const known = tenors[text];
    if (known) return { text: known };
    if (!match) return { refused: 'tenor' };
    const [count, unit] = [Number(match[1]), (match[2] ?? '').toUpperCase()];
    if (/季/.test(unit)) return { text: `${count * 3}M` };
    const letter = /月|M/.test(unit) ? 'M' : /年|Y/.test(unit) ? 'Y' : /周|W/.test(unit) ? 'W' : 'D';
    return { text: `${count}${letter}` };
  });
}

/** `nominal/4` or `actual`: the rate of one contract period. */
export function readPeriodRate(raw: string): Reading {
  return checked(raw, (text) => (/^(nominal\/\d+|actual)$/.test(text) ? { text } : { refused: 'period' }));
}

/** An amount, or `unlimited` (不限). */
export function readLimit(raw: string): Reading {
  if (/^(unlimited|不限|无限|无上限|全额|no limit)$/i.test(tidy(raw))) return { text: 'unlimited' };
  const money = readMoney(raw);
  return 'refused' in money && money.refused === 'money' ? { refused: 'limit' } : money;
}

/** Ids stand in conditions and line names: letters, digits and `_`, at most 40; outside conditions also `-` and `/`. */
export function readId(raw: string, inConditions: boolean): Reading {
  const text = raw.trim();
  if (text === '') return { refused: 'required' };
  const allowed = inConditions ? /^[\p{L}\p{Nd}_]{1,40}$/u : /^[\p{L}\p{Nd}_/-]{1,40}$/u;
  return allowed.test(text) ? { text } : { refused: 'id' };
}

export function readText(raw: string): Reading {
  const text = raw.replace(/\u00a0/g, ' ').replace(/\r\n?/g, '\n').trim();
  return formulaErrors.test(text) ? { refused: 'formula' } : { text };
}

/** Items between commas (Chinese or not), semicolons, 、 or line breaks. */
export function listed(raw: string): string[] {
  return raw.split(/[,，、;；\n]/).map((item) => item.trim()).filter((item) => item !== '');
}

function withoutGroups(text: string): string | { refused: Unreadable } {
  const digits = text.replace(/(\d)\s+(?=\d{3}(\D|$))/g, '$1');
  if (!digits.includes(',')) return digits;
  return /^[(+-]?\d{1,3}(,\d{3})+(\.\d+)?\)?$/.test(digits) ? digits.replaceAll(',', '') : { refused: 'grouping' };
}
