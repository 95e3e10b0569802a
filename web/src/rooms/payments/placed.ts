import type { Finding } from '../../api/types';
import { withSeparators } from './differences/amounts';

/** `items.2.payeeName` is what people call number 3; payments have numbers, no lines. */
export function placed(finding: Finding): Finding {
  const path = finding.path.replace(/^items\.(\d+)\.?/, (_, index: string) => `#${Number(index) + 1} `).trim();
  return { ...finding, path, line: null, found: finding.found === null ? null : withSeparators(finding.found), expected: finding.expected === null ? null : withSeparators(finding.expected) };
}
