/** What one check of a bundle found. */
export interface Check {
  name: string;
  state: 'pass' | 'fail' | 'skipped';
  found: string | null;
  expected: string | null;
  message: { zh: string; en: string };
}

export interface Verdict {
  passed: boolean;
  checks: Check[];
}

/** A log key file, `zhirong/evidence-log/v1`. */
export interface LogFile {
  schema: string;
  origin: string;
  keys: { algorithm: string; key: string; public: string }[];
}

interface Proof {
  verifyBundle(bytes: Uint8Array, pinned?: LogFile): Promise<Verdict>;
}

const proof = import.meta.glob<Proof>('../../proof/index.ts');

/** Verifies a bundle in this browser; nothing leaves it. */
export async function verifyBundle(bytes: Uint8Array, pinned?: LogFile): Promise<Verdict> {
  const load = Object.values(proof)[0];
  if (load === undefined) throw new Error('the verifier is not part of this build');
  return (await load()).verifyBundle(bytes, pinned);
}

/** The key file whose text this is; null when it is none. */
export function readLogFile(text: string): LogFile | null {
  try {
    const value = JSON.parse(text) as Partial<LogFile> | null;
    const whole = value?.schema === 'zhirong/evidence-log/v1' && typeof value.origin === 'string' && Array.isArray(value.keys);
    return whole ? (value as LogFile) : null;
  } catch {
    return null;
  }
}
