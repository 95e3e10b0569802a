import type { EvidenceLog, SignedCheckpoint } from './bundle';
import type { Both } from './form';
import { browserCrypto } from './signatures';
import { consistency, fail, keys, origin, signatures } from './verify';
import type { ProofReport } from './verify';

/** What a log answers to somebody who holds an earlier checkpoint of it. */
export interface Continuation {
  readonly log: EvidenceLog;
  /** The log's latest checkpoint. */
  readonly latest: SignedCheckpoint;
  /** From the held checkpoint's size to the latest; null where the log has no checkpoint of that size. */
  readonly proof: Both<readonly string[]> | null;
}

/**
 * Whether a log still begins with what a checkpoint says that was handed out before: origin, both signatures of both checkpoints, both
 * hashes. The held checkpoint is what is trusted: its roots are used, never those the log tells of that size.
 * @param subtle the browser's cryptography; null where it is missing, and then the ECDSA checks are skipped
 */
export async function verifyContinuation(held: SignedCheckpoint, { log, latest, proof }: Continuation, subtle: SubtleCrypto | null = browserCrypto()): Promise<ProofReport> {
  const earlier = { signed: held, consistency: proof ?? { sha256: [], sm3: [] } };
  const heldSignatures = await signatures('earlier.', log, held, subtle);
  const checks = [
    keys(log),
    origin({ log, signed: latest, earlier }),
    ...(await signatures('', log, latest, subtle)),
    ...heldSignatures,
    ...(proof === null ? [missing(held, latest)] : consistency({ signed: latest, earlier })),
  ];
  return { passed: checks.every(check => check.state !== 'fail'), pinned: heldSignatures.every(check => check.state === 'pass'), checks, bundle: null };
}

function missing(held: SignedCheckpoint, latest: SignedCheckpoint) {
  const [mine, theirs] = [held.checkpoint.size, latest.checkpoint.size];
  return mine > theirs
    ? fail('earlier.size', `${theirs}`, `≥ ${mine}`, { zh: '日志比您手中的检查点还短：记录被删去，或这是另一份旧副本', en: 'The log is shorter than the checkpoint you hold: records were taken away, or this is an older copy' })
    : fail('earlier.size', `${theirs}`, `${mine}`, { zh: '日志没有这个大小的检查点：它不是您手中那一本的延续', en: 'The log has no checkpoint of this size: it does not continue the one you hold' });
}
