import type { Channel, PayAccount } from '../../../api/paymentTypes';
import { compareAmounts, parseMoney, sum } from '../../../format';
import type { Places, Word } from '../../../words';
import { isBlank, type Row } from './rows';

/** What is seen of a row while it is written; the check says the same again, and more. */
export interface Note {
  tone: 'red' | 'amber';
  word: Word;
  places?: Places;
}

export interface Surroundings {
  /** Of rows that name none. */
  purpose: string;
  /** Holders' names by account, as the directory has them. */
  directory: ReadonlyMap<string, string>;
  channel: Channel | undefined;
  /** Permitted purposes of a closed-loop account; null for any other. */
  permitted: readonly string[] | null;
}

/** Names and numbers are compared without blanks, width and dashes, brackets and middle dots alike, as the server does. */
export function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[•・‧∙]/g, '·')
    .replace(/[〔【]/g, '(')
    .replace(/[〕】]/g, ')')
    .replace(/[\s\u200b\ufeff-]/g, '')
    .toUpperCase();
}

export function directoryOf(accounts: readonly PayAccount[]): Map<string, string> {
  return new Map(accounts.filter(account => account.active).map(account => [plain(account.number), account.name]));
}

function ofForm(row: Row): Note[] {
  const amount = parseMoney(row.amount);
  const notes: [boolean, Word][] = [
    [row.payeeName.trim() === '', 'pay.note.noName'],
    [row.account.trim() === '', 'pay.note.noAccount'],
    [row.account.trim() !== '' && !/^[0-9A-Za-z.-]{1,34}$/.test(row.account.replace(/\s/g, '')), 'pay.note.badAccount'],
    [amount === null || compareAmounts(amount, '0') <= 0, row.amount.trim() === '' ? 'pay.note.noAmount' : 'pay.note.badAmount'],
    [row.kind === 'bank' && !/^\d{12}$/.test(row.agentCnaps.trim()), 'pay.note.cnaps'],
    [row.kind === 'ecny_wallet' && row.operatingBank.trim() === '', 'pay.note.operator'],
  ];
  return notes.filter(([yes]) => yes).map(([, word]) => ({ tone: 'red', word }));
}

function ofSources(row: Row, permitted: readonly string[], purpose: string): Note[] {
  const notes: Note[] = [];
  if (!permitted.some(one => plain(one) === plain(purpose))) notes.push({ tone: 'red', word: 'pay.note.purpose', places: { purpose } });
  const amount = parseMoney(row.amount);
  if (row.sources.length === 0) notes.push({ tone: 'red', word: 'pay.note.noSource' });
  else if (amount !== null && compareAmounts(sum(row.sources.map(use => use.amount)), amount) !== 0) notes.push({ tone: 'red', word: 'pay.note.sourceSum' });
  return notes;
}

/** Notes of every row by its key: form, doubles, names against the directory, channel, sources. Blank rows have none. */
export function notesOf(rows: readonly Row[], around: Surroundings): Map<string, Note[]> {
  const notes = new Map<string, Note[]>();
  const [prints, names] = [new Map<string, number>(), new Map<string, string>()];
  rows.forEach((row, index) => {
    if (isBlank(row)) return;
    const own = ofForm(row);
    const account = plain(row.account);
    const purpose = row.purpose.trim() === '' ? around.purpose.trim() : row.purpose.trim();
    if (account !== '' && row.payeeName.trim() !== '') {
      const print = [plain(row.payeeName), account, parseMoney(row.amount) ?? row.amount, plain(purpose)].join('\n');
      const first = prints.get(print);
      if (first !== undefined) own.push({ tone: 'amber', word: 'pay.note.twice', places: { number: first + 1 } });
      else prints.set(print, index);
      const other = names.get(account);
      if (other === undefined) names.set(account, row.payeeName);
      else if (plain(other) !== plain(row.payeeName)) own.push({ tone: 'red', word: 'pay.note.twoNames', places: { name: other } });
      const known = around.directory.get(account);
      if (known !== undefined && plain(known) !== plain(row.payeeName)) own.push({ tone: 'red', word: 'pay.note.otherName', places: { name: known } });
    }
    if (around.channel !== undefined && !around.channel.kinds.includes(row.kind)) own.push({ tone: 'red', word: 'pay.note.channel', places: { channel: around.channel.title } });
    if (around.permitted !== null) own.push(...ofSources(row, around.permitted, purpose));
    if (own.length > 0) notes.set(row.key, own);
  });
  return notes;
}
