import type { ConfirmWarning } from '../../../api/paymentTypes';
import type { Finding } from '../../../api/types';

/** Warnings of one code that may be confirmed with one reason. */
const together = ['PAY-0211', 'PAY-0216', 'PAY-0217'];

export interface Warning {
  key: string;
  code: string;
  /** `*` for all of the code. */
  path: string;
  found: string | null;
  /** Those it stands for, at least one. */
  findings: readonly Finding[];
}

/** What must be confirmed, one by one, or together where the code allows it. */
export function warningsOf(findings: readonly Finding[]): Warning[] {
  const warnings: Warning[] = [];
  for (const finding of findings.filter(one => one.severity === 'warning')) {
    const key = together.includes(finding.code) ? finding.code : `${finding.code} ${finding.path} ${finding.found ?? ''}`;
    const known = warnings.findIndex(one => one.key === key);
    const former = warnings[known];
    if (former !== undefined) warnings[known] = { ...former, findings: [...former.findings, finding] };
    else if (together.includes(finding.code)) warnings.push({ key, code: finding.code, path: '*', found: null, findings: [finding] });
    else warnings.push({ key, code: finding.code, path: finding.path, found: finding.found, findings: [finding] });
  }
  return warnings;
}

export function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(finding => finding.severity === 'error');
}

/** What is sent with a check; null while a warning has no reason. */
export function confirmations(warnings: readonly Warning[], reasons: Readonly<Record<string, string>>): ConfirmWarning[] | null {
  const confirmed = warnings.map(({ key, code, path, found }) => ({ code, path, found, reason: (reasons[key] ?? '').trim() }));
  return confirmed.every(({ reason }) => reason !== '') ? confirmed : null;
}

/** The number of the payment a finding is about: `items.3.account` is number 4; null for the batch. */
export function itemOf(path: string): number | null {
  const match = /^items\.(\d+)(\.|$)/.exec(path);
  return match === null ? null : Number(match[1]) + 1;
}
