import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { Finding } from '../../../../api/types';
import type { Broken } from '../document';

/** Lines and columns count from 1; what lies outside the text is brought inside. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)));
  return Math.min(from + Math.max(0, column - 1), to);
}

/** Findings as marks in the text; until the server has read a broken text, the place where it breaks. */
export function diagnosticsOf(doc: Text, findings: readonly Finding[], broken: Broken | null): Diagnostic[] {
  const marks = findings.filter((finding) => finding.line !== null && finding.line > 0).map((finding): Diagnostic => {
    const from = offsetOf(doc, finding.line ?? 1, finding.column ?? 1);
    return { from, to: tokenEnd(doc, from), severity: finding.severity, message: `${finding.message} ${finding.code}` };
  });
  if (broken && broken.message !== '' && !findings.some((finding) => finding.code.startsWith('DOC-'))) {
    const from = offsetOf(doc, broken.line, broken.column);
    marks.push({ from, to: tokenEnd(doc, from), severity: 'error', message: broken.message });
  }
  return marks.sort((a, b) => a.from - b.from);
}

function tokenEnd(doc: Text, from: number): number {
  const line = doc.lineAt(from);
  const rest = line.text.slice(from - line.from);
  const token = /^("[^"]*"|'[^']*'|[^\s,{}[\]#]+)/.exec(rest);
  return from + Math.max(token?.[0].length ?? 0, Math.min(1, rest.length));
}
