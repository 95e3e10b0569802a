import { grouped, readDecimal, round, shift, trimmed, writeDecimal } from '../../../../format/decimal';
import { bare, type MapNode, type Node, type Value, word } from '../document';
import {
  listed, readDate, readFlag, readId, readLimit, readMoney, readNumber, readPeriodRate, readRate, readTenor, readText, readWhole, tidy,
  type Reading, type Unreadable,
} from '../reading/readings';
import type { ChoicesKind, Kind } from './kinds';

/** The reader's words for what the file calls by code or id. */
export interface Naming {
  /** A code of an area, `structure` `pledge_loan`; the code itself when there is no word. */
  code(area: string, code: string): string;
  /** A fee, tranche, support or line of this deal. */
  line(id: string): string;
  /** Between the items of a list. */
  readonly separator: string;
}

export type Written = { readonly value: Value | null } | { readonly refused: Unreadable };

/** Texts as a scalar or list holds them. */
export function textsOf(node: Node | null): string[] {
  if (node?.kind === 'scalar') return node.text === '' ? [] : [node.text];
  return node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [];
}

export function labelOf(kind: Kind, code: string, naming: Naming): string {
  if (kind.of === 'choice') return naming.code(kind.area, code);
  if (kind.of !== 'choices') return code;
  const known = naming.code(kind.area, code);
  return known === code ? naming.line(code) : known;
}

/** What stands in the cell for people. */
export function shownText(kind: Kind, node: Node | null, naming: Naming): string {
  const texts = textsOf(node);
  const [first = ''] = texts;
  if (texts.length === 0) return '';
  switch (kind.of) {
    case 'money': return amount(first);
    case 'limit': return first === 'unlimited' ? naming.code('terms.limit', first) : amount(first);
    case 'rate': return percent(first);
    case 'flag': return naming.code('terms.flag', first);
    case 'choice': return naming.code(kind.area, first);
    case 'choices': return texts.map((one) => labelOf(kind, one, naming)).join(naming.separator);
    case 'numbers': return texts.map((one) => (kind.money ? amount(one) : one)).join(' · ');
    default: return texts.join(naming.separator);
  }
}

/** What an editor starts with: as typed, with its unit. */
export function editText(kind: Kind, node: Node | null): string {
  const texts = textsOf(node);
  if (kind.of === 'rate' && texts[0] !== undefined) return percent(texts[0], 0);
  return texts.join(kind.of === 'choices' || kind.of === 'numbers' ? ', ' : '、');
}

/** What a copy puts on the clipboard: figures plain so that a spreadsheet computes with them. */
export function copyText(kind: Kind, node: Node | null, naming: Naming): string {
  if (kind.of === 'choices' || kind.of === 'numbers') return textsOf(node).join(', ');
  return kind.of === 'money' || kind.of === 'limit' ? (textsOf(node)[0] ?? '') : shownText(kind, node, naming);
}

/** Reads what was typed or pasted as the value the file will hold; null takes the field out. */
export function readCell(kind: Kind, raw: string, root: MapNode, item: Node | null, naming: Naming): Written {
  if (kind.of === 'choices') return readChoices(kind, raw, root, item, naming);
  if (kind.of === 'numbers') return readNumbers(raw, kind.money);
  if (kind.of === 'dates') return readDates(raw);
  if (kind.of === 'choice') {
    const typed = tidy(raw);
    const found = kind.words.find((code) => isCalled(typed, code, naming.code(kind.area, code)));
    if (typed === '') return { value: null };
    return found === undefined && kind.open !== true ? { refused: 'word' } : { value: found === undefined ? word(raw.trim()) : bare(found) };
  }
  const reading = readScalar(kind, raw);
  if ('refused' in reading) return reading;
  const isText = kind.of === 'text' || kind.of === 'name' || kind.of === 'condition' || kind.of === 'id';
  return { value: reading.text === '' ? null : isText ? word(reading.text) : bare(reading.text) };
}

function readScalar(kind: Kind, raw: string): Reading {
  switch (kind.of) {
    case 'money': return readMoney(raw);
    case 'rate': return readRate(raw);
    case 'number': return readNumber(raw);
    case 'date': return readDate(raw);
    case 'whole': return readWhole(raw);
    case 'flag': return readFlag(raw);
    case 'tenor': return readTenor(raw);
    case 'periodRate': return readPeriodRate(raw);
    case 'limit': return readLimit(raw);
    case 'id': return readId(raw, kind.inConditions);
    default: return readText(raw);
  }
}

function readChoices(kind: ChoicesKind, raw: string, root: MapNode, item: Node | null, naming: Naming): Written {
  const known = kind.known(root, item);
  const found = listed(raw).map((typed) => known.find((id) => isCalled(typed, id, labelOf(kind, id, naming))) ?? (kind.open === true ? typed : null));
  if (found.length === 0) return { value: null };
  if (found.some((id) => id === null)) return { refused: 'word' };
  const written = found.filter((id) => id !== null).map((id) => (id === 'true' ? bare(id) : word(id)));
  const [only] = written;
  return { value: written.length === 1 && only && (kind.alone === true || only.bare) ? only : written };
}

function readNumbers(raw: string, isMoney: boolean): Written {
  const items = isMoney ? raw.split(/[;；、\s]+|,(?!\d{3}(\D|$))/).filter((part) => part && /\d/.test(part)) : raw.split(/[,，;；、\s]+/).filter(Boolean);
  if (items.length === 0) return { value: null };
  const readings = items.map((item) => (isMoney ? readMoney(item) : readNumber(item)));
  const refused = readings.find((reading) => 'refused' in reading);
  if (refused && 'refused' in refused) return refused;
  return { value: readings.flatMap((reading) => ('text' in reading ? [bare(reading.text)] : [])) };
}

function readDates(raw: string): Written {
  const items = listed(raw);
  const readings = items.map(readDate);
  const refused = readings.find((reading) => 'refused' in reading);
  if (refused && 'refused' in refused) return refused;
  return { value: items.length === 0 ? null : readings.flatMap((reading) => ('text' in reading ? [bare(reading.text)] : [])) };
}

function isCalled(typed: string, code: string, label: string): boolean {
  return typed === code || typed === label || typed === `${label} (${code})` || typed.toLowerCase() === label.toLowerCase();
}

function amount(text: string): string {
  const value = readDecimal(text);
  if (!value) return text;
  return grouped(round(value, 2));
}

/** 0.052 is 5.20%; further digits are shown, never rounded away. */
function percent(text: string, least = 2): string {
  const value = readDecimal(text);
  if (!value) return text;
  const points = trimmed(shift(value, 2));
  return `${points.scale < least ? grouped(round(points, least)) : writeDecimal(points)}%`;
}
