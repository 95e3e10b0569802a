export { readLog } from './bundle';
export type { EvidenceBundle, EvidenceLog } from './bundle';
export { Unreadable } from './json';
export { failing, verifyBundle } from './verify';
export type { NoBundle, ProofCheck, ProofReport } from './verify';
