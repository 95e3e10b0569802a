import type { Finding } from '../../api/types';

/** What stands under a field: the finding's sentence, what was found and expected, its code at the end. */
export function sentenceOf(finding: Finding): string {
  const facts = [finding.found, finding.expected].filter(fact => fact !== null && fact !== '');
  const told = facts.length === 2 ? ` (${facts.join(' → ')})` : '';
  return `${finding.message}${told} ${finding.code}`;
}

/** The last part of a finding's path: `entries[0].lines[2].amount` is about `lines[2].amount`. */
export function placeOf(finding: Finding): string {
  return finding.path.replace(/^\$?\.?entries\[\d+\]\.?/, '').replace(/^\$?\./, '');
}

export function findingAt(findings: readonly Finding[], place: string): Finding | undefined {
  return findings.find(finding => placeOf(finding) === place);
}
