import type { CheckSheet, CheckView, KeptFile } from '../../../api/checks';

/** What is filled in of a check. */
export interface CheckForm {
  doneOn: string;
  way: string;
  place: string;
  met: string;
  findings: Record<string, { result: string; note: string }>;
  papers: readonly KeptFile[];
  result: string;
  conclusion: string;
  demands: boolean;
  what: string;
  assigned: string;
  dueOn: string;
  amount: string;
}

/** An empty form; of a correction what stood, to be changed. */
export function beginCheck(sheet: CheckSheet, check: CheckView, today: string, correcting: boolean): CheckForm {
  const stood = new Map(check.findings.map(one => [one.item, one]));
  return {
    doneOn: correcting ? (check.doneOn ?? today) : today,
    way: correcting ? check.way : 'onsite',
    place: correcting ? check.place : '',
    met: correcting ? check.met : '',
    findings: Object.fromEntries(sheet.points.map(point => [point.id, { result: correcting ? (stood.get(point.id)?.result ?? '') : '', note: correcting ? (stood.get(point.id)?.note ?? '') : '' }])),
    papers: correcting ? check.papers : [],
    result: correcting ? check.result : '',
    conclusion: correcting ? check.conclusion : '',
    demands: false,
    what: '',
    assigned: check.assigned,
    dueOn: '',
    amount: '',
  };
}

/** The form as it is sent: findings in the order of the points, and what is asked only where something is. */
export function checkOrder(sheet: CheckSheet, form: CheckForm): object {
  return {
    doneOn: form.doneOn,
    way: form.way,
    place: form.place.trim() === '' ? null : form.place.trim(),
    met: form.met.trim() === '' ? null : form.met.trim(),
    findings: sheet.points.map(point => ({ item: point.id, result: form.findings[point.id]?.result ?? '', note: form.findings[point.id]?.note.trim() ?? '' })),
    papers: form.papers,
    result: form.result,
    conclusion: form.conclusion.trim(),
    demand: form.demands ? { what: form.what.trim(), assigned: form.assigned.trim(), dueOn: form.dueOn, amount: form.amount.trim() === '' ? null : form.amount.replaceAll(',', '').trim() } : null,
  };
}

/** What a check needs and is not filled in yet, in the order of the form; what is wrong with it the server says. */
export function lacking(sheet: CheckSheet, form: CheckForm): ('findings' | 'result' | 'conclusion' | 'demand.dueOn')[] {
  const needs = { findings: sheet.points.every(point => (form.findings[point.id]?.result ?? '') !== ''), result: form.result !== '', conclusion: form.conclusion.trim() !== '', 'demand.dueOn': !form.demands || form.dueOn !== '' };
  return (['findings', 'result', 'conclusion', 'demand.dueOn'] as const).filter(name => !needs[name]);
}
