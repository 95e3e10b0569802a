/** What one check of a bundle found. */
export interface Check {
  readonly name: string;
  readonly state: 'pass' | 'fail' | 'skipped';
  readonly found: string | null;
  readonly expected: string | null;
  readonly message: { readonly zh: string; readonly en: string };
}

export interface Verdict {
  readonly passed: boolean;
  /** The keys were compared with a log key file, and are the same. */
  readonly pinned: boolean;
  readonly checks: readonly Check[];
}

/** What a log key file says, `zhirong/evidence-log/v1`. */
export interface LogFile {
  readonly origin: string;
  readonly keys: readonly { readonly algorithm: string; readonly key: string; readonly public: string }[];
}

/** The hashes between two checkpoints, one list for each hash. */
export interface ConsistencyProof {
  readonly sha256: readonly string[];
  readonly sm3: readonly string[];
}

/** The file is no bundle at all: the code of docs/reference/evidence-v1.md, and what was found. */
export class NotABundle extends Error {
  constructor(
    readonly code: string,
    readonly found: string,
  ) {
    super(`${code} ${found}`);
    this.name = 'NotABundle';
  }
}

interface Checkpoint {
  readonly checkpoint: { readonly size: bigint; readonly origin: string; readonly at: string };
}

interface Proof {
  readCheckpoint(bytes: Uint8Array): Checkpoint;
  verifyContinuation(held: Checkpoint, answer: { log: LogFile; latest: Checkpoint; proof: ConsistencyProof | null }): Promise<Verdict>;
  verifyBundle(bytes: Uint8Array, pinned?: LogFile | null): Promise<Verdict | { code: string; found: string }>;
  readLog(bytes: Uint8Array): LogFile;
}

const built = import.meta.glob<Proof>('../../proof/index.ts');

/** The verifier comes when it is first needed. */
async function load(): Promise<Proof> {
  const proof = Object.values(built)[0];
  if (proof === undefined) throw new Error('the verifier is not part of this build');
  return proof();
}

/** Verifies a bundle in this browser; nothing leaves it. Throws `NotABundle`. */
export async function verifyBundle(bytes: Uint8Array, pinned: LogFile | null = null): Promise<Verdict> {
  const { verifyBundle: verify } = await load();
  const answer = await verify(bytes, pinned);
  if ('code' in answer) throw new NotABundle(answer.code, answer.found);
  return answer;
}

/** Reads a log key file; null when the bytes are none. */
export async function readLogFile(bytes: Uint8Array): Promise<LogFile | null> {
  const { readLog } = await load();
  try {
    return readLog(bytes);
  } catch {
    return null;
  }
}

/** What the server is asked for a checkpoint that is held. */
export interface LogAnswers {
  log(): Promise<Uint8Array>;
  /** The latest checkpoint, as its file. */
  latest(): Promise<Uint8Array>;
  /** Null where the log has no checkpoint of the size held. */
  proof(from: number, to: number): Promise<ConsistencyProof | null>;
}

/** Checks in this browser that the log continues a checkpoint file. Throws `NotABundle` for what is no checkpoint. */
export async function verifyHeld(bytes: Uint8Array, answers: LogAnswers): Promise<Verdict> {
  const proof = await load();
  let held: Checkpoint;
  try {
    held = proof.readCheckpoint(bytes);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && 'found' in problem) throw new NotABundle(String(problem.code), String(problem.found));
    throw problem;
  }
  const [log, latest] = [proof.readLog(await answers.log()), proof.readCheckpoint(await answers.latest())];
  const [from, to] = [Number(held.checkpoint.size), Number(latest.checkpoint.size)];
  return proof.verifyContinuation(held, { log, latest, proof: from > to ? null : await answers.proof(from, to) });
}
