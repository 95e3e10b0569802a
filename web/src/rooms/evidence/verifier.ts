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

interface Proof {
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
