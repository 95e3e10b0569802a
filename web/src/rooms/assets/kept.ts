import type { KeptFinding } from '../../api/rightTypes';
import type { Finding } from '../../api/types';
import type { Translate } from '../../words';

/** A kept finding in the reader's language. */
export function spoken(t: Translate, kept: KeptFinding): Finding {
  const { code, path, line, found, expected, message, severity } = kept;
  return { code, path, line: line === 0 ? null : line, column: null, found, severity: isWarning(severity) ? 'warning' : 'error', message: t.either(message.zh, message.en), expected: expected === null ? null : t.either(expected.zh, expected.en) };
}

/** The sentences of warnings, for a notice. */
export const warned = (t: Translate, kept: readonly KeptFinding[]) => kept.map(finding => spoken(t, finding).message).join(' ');

const isWarning = (severity: KeptFinding['severity']) => severity === 'warning' || severity === 1;
