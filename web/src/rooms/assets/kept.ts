import type { Finding } from '../../api/types';

/** The sentences of warnings, for a notice. */
export const warned = (findings: readonly Finding[]) => findings.map(finding => finding.message).join(' ');
