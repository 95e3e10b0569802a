import type { Finding } from '../../api/types';
import type { Translate } from '../../words';

/** What stands under a field: the finding's sentence, what was found and expected, its code at the end. */
export function sentenceOf(t: Translate, finding: Finding): string {
  const { message, found, expected, code } = finding;
  const told = found === null || found === '' || expected === null ? '' : t('finding.found', { found, expected });
  return `${message} ${told} ${code}`;
}

/** The last part of a finding's path: `entries[0].lines[2].amount` is about `lines[2].amount`. */
export function placeOf(finding: Finding): string {
  return finding.path.replace(/^\$?\.?entries\[\d+\]\.?/, '').replace(/^\$?\./, '');
}

export function findingAt(findings: readonly Finding[], place: string): Finding | undefined {
  return findings.find(finding => placeOf(finding) === place);
}
