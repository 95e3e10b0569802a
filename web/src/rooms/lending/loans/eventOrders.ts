import type { LoanDetail } from '../../../api/loanShapes';

/** What the form of an event holds, all of it as typed. */
export interface EventForm {
  amount: string;
  effective: string;
  note: string;
  rate: string;
  atBest: string;
  method: string;
  count: number;
  until: string;
  arrears: string;
  n: number | null;
}

export const loanEvents = ['fees', 'repricings', 'extensions', 'restructurings', 'misuses', 'judgments', 'write-off', 'undo'] as const;

export type LoanEventName = (typeof loanEvents)[number];

type Terms = Record<string, unknown>;

/** The terms in force: those of the newest extension or restructuring, else the first. */
export function termsInForce(detail: LoanDetail): Terms {
  const later = [...detail.events].reverse().find(one => one.undoneOn == null && (one.kind === 'extended' || one.kind === 'restructured'));
  const kept = (later?.detail as { terms?: unknown } | null | undefined)?.terms;
  return (typeof kept === 'string' ? JSON.parse(kept) : detail.terms) as Terms;
}

const fraction = (percent: string) => {
  const number = Number(percent.replace('%', '').trim());
  return percent.trim() === '' || !Number.isFinite(number) ? percent : String(Number((number / 100).toFixed(9)));
};

const money = (text: string) => text.replaceAll(',', '').trim();

/** The old terms with more instalments, or with another last day where the loan falls due on one. */
function extended(terms: Terms, form: EventForm) {
  const { method, annualRate, lpr, every, dayCount, interestDay, holidayRule, graceOnPrincipal, firstDueOn } = terms;
  const single = terms['count'] === 1 && firstDueOn !== undefined;
  return { method, count: single ? 1 : form.count, annualRate, lpr, every, dayCount, interestDay, holidayRule, graceOnPrincipal, firstDueOn: single ? form.until : firstDueOn };
}

/** The body an event is tried and sent with. */
export function eventOrder(name: LoanEventName, form: EventForm, detail: LoanDetail): object {
  const version = detail.row.version;
  const base = { effective: form.effective, note: form.note, baseVersion: version };
  const terms = termsInForce(detail);
  switch (name) {
    case 'fees':
    case 'misuses':
      return { ...base, amount: money(form.amount) };
    case 'repricings':
      return { ...base, annualRate: fraction(form.rate) };
    case 'extensions':
      return { ...base, terms: extended(terms, form) };
    case 'restructurings':
      return { ...base, terms: { method: form.method, count: form.count, annualRate: fraction(form.rate), every: '1M', dayCount: terms['dayCount'] }, arrearsDueOn: form.arrears === '' ? null : form.arrears };
    case 'judgments':
      return { ...base, atBest: form.atBest };
    case 'write-off':
      return base;
    case 'undo':
      return { n: form.n, reason: form.note, baseVersion: version };
  }
}
