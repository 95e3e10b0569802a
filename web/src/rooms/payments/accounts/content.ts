import type { AccountContent, PayAccount, PayeeKind } from '../../../api/paymentTypes';

/** An account as it is typed. */
export interface AccountForm {
  kind: PayeeKind;
  number: string;
  name: string;
  agentName: string;
  agentCnaps: string;
  operatingBank: string;
  closedLoop: boolean;
  purposes: readonly string[];
  bookId: string;
  bookAccount: string;
  counterAccount: string;
  active: boolean;
  note: string;
}

export function formOf(account: PayAccount | null): AccountForm {
  return {
    kind: account?.kind ?? 'bank',
    number: account?.number ?? '',
    name: account?.name ?? '',
    agentName: account?.agentName ?? '',
    agentCnaps: account?.agentCnaps ?? '',
    operatingBank: account?.operatingBank ?? '',
    closedLoop: account?.closedLoop ?? false,
    purposes: account?.purposes ?? [],
    bookId: account?.bookId ?? '',
    bookAccount: account?.bookAccount ?? '',
    counterAccount: account?.counterAccount ?? '',
    active: account?.active ?? true,
    note: account?.note ?? '',
  };
}

const given = (text: string) => (text.trim() === '' ? null : text.trim());

/** What is sent of it; what its kind has not is left out. */
export function contentOf(form: AccountForm): AccountContent {
  const bank = form.kind === 'bank';
  return {
    name: form.name.trim(),
    agentName: bank ? given(form.agentName) : null,
    agentCnaps: bank ? given(form.agentCnaps) : null,
    operatingBank: bank ? null : given(form.operatingBank),
    closedLoop: form.closedLoop,
    purposes: form.closedLoop ? form.purposes.map(purpose => purpose.trim()).filter(purpose => purpose !== '') : [],
    bookId: given(form.bookId),
    bookAccount: given(form.bookAccount),
    counterAccount: given(form.counterAccount),
    note: form.note.trim(),
  };
}

/** Whether it can be sent; the server says what else is wrong. */
export function isWhole(form: AccountForm): boolean {
  const agent = form.kind === 'bank' ? /^\d{12}$/.test(form.agentCnaps.trim()) : form.operatingBank.trim() !== '';
  return form.number.trim() !== '' && form.name.trim() !== '' && agent && (!form.closedLoop || form.purposes.length > 0) && (form.bookId === '') === (form.bookAccount.trim() === '');
}
