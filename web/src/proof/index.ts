export { readCheckpoint, readLog } from './bundle';
export type { EvidenceBundle, EvidenceLog, SignedCheckpoint } from './bundle';
export { verifyContinuation } from './continuation';
export type { Continuation } from './continuation';
export { Unreadable } from './json';
export { failing, verifyBundle } from './verify';
export type { NoBundle, ProofCheck, ProofReport } from './verify';
