import { hex, unhex } from './bytes';
import { fingerprint, openBundle } from './bundle';
import type { BundleItem, EvidenceBundle, EvidenceLog, SignedCheckpoint } from './bundle';
import { Unreadable } from './json';
import type { FormProblem } from './json';
import { consistencyRoots, digest, hashes, inclusionRoot, leafHash } from './merkle';
import { algorithms, browserCrypto, defaultUser, isOnCurve, verifyEcdsa, verifySm2 } from './signatures';
import type { Algorithm } from './signatures';

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** One named check; the names are those of `proof verify` (docs/reference/evidence-v1.md). */
export interface ProofCheck {
  readonly name: string;
  readonly state: 'pass' | 'fail' | 'skipped';
  readonly found: string | null;
  readonly expected: string | null;
  readonly message: Sentence;
}

export interface ProofReport {
  /** No check failed. A check that was skipped proves nothing either way. */
  readonly passed: boolean;
  /** Whether the keys were compared with a log the reader trusts. */
  readonly pinned: boolean;
  readonly checks: readonly ProofCheck[];
  /** What was read; null when the fields could not be. */
  readonly bundle: EvidenceBundle | null;
}

/** The file is no bundle at all. */
export interface NoBundle {
  readonly code: string;
  readonly found: string;
}

const pass = (name: string, message: Sentence): ProofCheck => ({ name, state: 'pass', found: null, expected: null, message });

const skip = (name: string, message: Sentence): ProofCheck => ({ name, state: 'skipped', found: null, expected: null, message });

export const fail = (name: string, found: string, expected: string, message: Sentence): ProofCheck => ({ name, state: 'fail', found, expected, message });

/**
 * Checks a bundle in the browser, without the server: the same checks under the same names as the command line.
 * @param pinned the log the reader trusts, read from a source of its own
 * @param subtle the browser's cryptography; null where it is missing, and then the ECDSA checks are skipped
 */
export async function verifyBundle(bytes: Uint8Array, pinned: EvidenceLog | null = null, subtle: SubtleCrypto | null = browserCrypto()): Promise<ProofReport | NoBundle> {
  try {
    const { bundle, problems } = openBundle(bytes);
    const checks = [form(problems), ...(bundle === null ? unread() : await judged(bundle, pinned, subtle))];
    const pinnedIsSame = checks.some(check => check.name === 'trust' && check.state === 'pass');
    return { passed: checks.every(check => check.state !== 'fail'), pinned: pinnedIsSame, checks, bundle };
  } catch (problem) {
    if (problem instanceof Unreadable) return { code: problem.code, found: problem.found };
    throw problem;
  }
}

export function failing(report: ProofReport): string[] {
  return report.checks.filter(check => check.state === 'fail').map(check => check.name);
}

function unread(): ProofCheck[] {
  const reason = { zh: '文件形式不合，未检查', en: 'not judged: the form of the file is broken' };
  return ['keys', 'trust', ...algorithms.map(algorithm => `signature.${algorithm}`), 'origin'].map(name => skip(name, reason));
}

async function judged(bundle: EvidenceBundle, pinned: EvidenceLog | null, subtle: SubtleCrypto | null): Promise<ProofCheck[]> {
  const root = bundle.signed.checkpoint;
  const each = (judge: (item: BundleItem, i: number) => ProofCheck[]): ProofCheck[] => bundle.items.flatMap(judge);
  return [
    keys(bundle.log),
    trust(bundle.log, pinned),
    ...(await signatures('', bundle.log, bundle.signed, subtle)),
    origin(bundle),
    ...each(leaf),
    ...each((item, i) => [content(item, i)]),
    ...each((item, i) => inclusion(item, i, root)),
    ...(bundle.earlier === null ? [] : await signatures('earlier.', bundle.log, bundle.earlier.signed, subtle)),
    ...consistency(bundle),
  ];
}

function form(problems: readonly FormProblem[]): ProofCheck {
  const [first] = problems;
  if (first === undefined) {
    return pass('form', { zh: '文件是唯一的规范写法，没有多余或缺少的字段', en: 'The file has its one canonical spelling, no field too many or too few' });
  }
  return fail('form', first.path === '' ? first.found : `${first.path}: ${first.found}`, `${first.expected.zh} / ${first.expected.en}`, {
    zh: `文件形式不合：${first.path || '整个文件'}，应为${first.expected.zh}`,
    en: `The form of the file is broken at ${first.path || 'the file itself'}: expected ${first.expected.en}`,
  });
}

export function keys(log: EvidenceLog): ProofCheck {
  const words = log.keys.map(key => key.algorithm).sort();
  if (words.join() !== [...algorithms].sort().join()) {
    return fail('keys', words.join(', '), algorithms.join(', '), { zh: '每种算法应恰有一个公钥', en: 'There must be exactly one key of each algorithm' });
  }
  for (const key of log.keys) {
    if (fingerprint(key) !== key.key) {
      const message = { zh: `${key.algorithm} 公钥与指纹不符：其一被改动`, en: `The ${key.algorithm} key and its fingerprint do not match: one was changed` };
      return fail('keys', key.key, fingerprint(key), message);
    }
    if (!isOnCurve(key.algorithm, unhex(key.public))) {
      return fail('keys', key.public, key.algorithm, { zh: `${key.algorithm} 公钥不是曲线上的点`, en: `The ${key.algorithm} key is not a point of its curve` });
    }
  }
  return pass('keys', { zh: '两个公钥都在曲线上，指纹相符', en: 'Both keys lie on their curves and match their fingerprints' });
}

function trust(log: EvidenceLog, pinned: EvidenceLog | null): ProofCheck {
  if (pinned === null) {
    return skip('trust', {
      zh: '没有给出可信的日志公钥文件：只核对文件自身，签名者是谁未核实',
      en: 'No trusted log key file was given: the file is checked against itself, who signed is not pinned',
    });
  }
  if (log.origin !== pinned.origin) {
    return fail('trust', log.origin, pinned.origin, { zh: '这份证据来自另一本日志', en: 'This evidence is of another log' });
  }
  const spelled = (one: EvidenceLog): string[] => one.keys.map(key => `${key.algorithm} ${key.key} ${key.public}`);
  if (log.keys.length !== pinned.keys.length || spelled(pinned).some(key => !spelled(log).includes(key))) {
    const prints = (one: EvidenceLog): string => one.keys.map(key => key.key).sort().join(', ');
    return fail('trust', prints(log), prints(pinned), { zh: '公钥不是可信日志的公钥', en: 'The keys are not those of the trusted log' });
  }
  return pass('trust', { zh: '日志与公钥就是所信任的那一本', en: 'Log and keys are the trusted ones' });
}

export function signatures(prefix: string, log: EvidenceLog, signed: SignedCheckpoint, subtle: SubtleCrypto | null): Promise<ProofCheck[]> {
  return Promise.all(algorithms.map(algorithm => signature(`${prefix}signature.${algorithm}`, log, signed, algorithm, subtle)));
}

async function signature(name: string, log: EvidenceLog, signed: SignedCheckpoint, algorithm: Algorithm, subtle: SubtleCrypto | null): Promise<ProofCheck> {
  const [key, secondKey] = log.keys.filter(one => one.algorithm === algorithm);
  if (key === undefined || secondKey !== undefined) {
    return fail(name, '—', algorithm, { zh: '日志没有唯一的此类公钥', en: 'The log has no single key of this kind' });
  }
  const [mine, second] = signed.signatures.filter(one => one.algorithm === algorithm);
  if (signed.signatures.length !== algorithms.length || mine === undefined || second !== undefined) {
    const message = { zh: '每个公钥应恰有一个签名', en: 'There must be exactly one signature for each key' };
    return fail(name, `${signed.signatures.length}`, `${algorithms.length}`, message);
  }
  if (mine.key !== key.key) return fail(name, mine.key, key.key, { zh: '签名指向另一个公钥', en: 'The signature names another key' });
  if (algorithm === 'ecdsa-p256-sha256' && subtle === null) {
    return skip(name, {
      zh: '此页面没有浏览器的密码功能（需要 https 或本机地址），ECDSA 签名未核对',
      en: "This page has no browser cryptography (it needs https or this machine's address); the ECDSA signature was not checked",
    });
  }
  const [point, bytes, told] = [unhex(key.public), signed.checkpoint.bytes, unhex(mine.signature)];
  const good = algorithm === 'sm2-sm3' ? verifySm2(point, defaultUser, bytes, told) : await verifyEcdsa(subtle!, point, bytes, told);
  return good
    ? pass(name, { zh: `检查点（${signed.checkpoint.size} 条）的签名有效`, en: `The signature of the checkpoint (${signed.checkpoint.size} leaves) is good` })
    : fail(name, mine.signature, key.key, {
        zh: '签名与检查点不符：检查点、签名或公钥被改动',
        en: 'The signature does not fit the checkpoint: checkpoint, signature or key was changed',
      });
}

export function origin({ log, signed, earlier }: Pick<EvidenceBundle, 'log' | 'signed' | 'earlier'>): ProofCheck {
  const origins = [signed.checkpoint.origin, ...(earlier === null ? [] : [earlier.signed.checkpoint.origin])];
  const other = origins.find(one => one !== log.origin);
  return other === undefined
    ? pass('origin', { zh: '检查点与日志同源', en: 'The checkpoints are of this log' })
    : fail('origin', other, log.origin, { zh: '检查点来自另一本日志', en: 'A checkpoint is of another log' });
}

function leaf(item: BundleItem, i: number): ProofCheck[] {
  return hashes.map(hash => {
    const [name, found, stated] = [`items[${i}].leaf.${hash}`, leafHash(hash, item.leaf), item.leafHash[hash]];
    return found === stated
      ? pass(name, { zh: `第 ${i + 1} 项：叶子与其散列相符`, en: `Item ${i + 1}: the leaf has the hash that is stated` })
      : fail(name, found, stated, {
          zh: `第 ${i + 1} 项：叶子与其散列不符，其一被改动`,
          en: `Item ${i + 1}: the leaf does not have the hash that is stated; one was changed`,
        });
  });
}

function content(item: BundleItem, i: number): ProofCheck {
  const name = `items[${i}].content`;
  if (item.opened === null) {
    return skip(name, { zh: `第 ${i + 1} 项：内容已删除，只证明它存在过`, en: `Item ${i + 1}: the content was erased; only that it existed is proved` });
  }
  const { salt, content: bytes } = item.opened;
  const found = hashes.map(hash => hex(digest(hash, Uint8Array.of(2), unhex(salt), bytes))).join(', ');
  const promised = hashes.map(hash => item.commitment[hash]).join(', ');
  return found === promised
    ? pass(name, { zh: `第 ${i + 1} 项：内容就是叶子所承诺的`, en: `Item ${i + 1}: the content is what the leaf commits to` })
    : fail(name, found, promised, {
        zh: `第 ${i + 1} 项：内容打不开叶子里的承诺，内容、随机数或承诺被改动`,
        en: `Item ${i + 1}: the content does not open the leaf's commitment; content, salt or commitment was changed`,
      });
}

function inclusion(item: BundleItem, i: number, { size, roots }: SignedCheckpoint['checkpoint']): ProofCheck[] {
  return hashes.map(hash => {
    const proof = item.inclusion[hash];
    const [name, root, reached] = [`items[${i}].inclusion.${hash}`, roots[hash], inclusionRoot(hash, item.index, size, item.leafHash[hash], proof)];
    return reached === root
      ? pass(name, { zh: `第 ${i + 1} 项：在日志序号 ${item.index} 处（从 0 起，共 ${size} 条）`, en: `Item ${i + 1}: stands at index ${item.index}, from 0, of ${size} leaves` })
      : fail(name, reached ?? `${item.index}/${size}, ${proof.length} hashes`, root, {
          zh: `第 ${i + 1} 项：走不到检查点的根，不在这本日志的此处，或证明被改动`,
          en: `Item ${i + 1}: the path does not reach the checkpoint's root; it does not stand there, or the proof was changed`,
        });
  });
}

export function consistency({ signed, earlier }: Pick<EvidenceBundle, 'signed' | 'earlier'>): ProofCheck[] {
  if (earlier === null) return [];
  const [older, newer] = [earlier.signed.checkpoint, signed.checkpoint];
  return hashes.map(hash => {
    const [from, to, proof] = [older.roots[hash], newer.roots[hash], earlier.consistency[hash]];
    const [name, reached] = [`earlier.consistency.${hash}`, consistencyRoots(hash, older.size, newer.size, proof, from, to)];
    return reached?.from === from && reached.to === to
      ? pass(name, { zh: `前 ${older.size} 条原封不动地在 ${newer.size} 条之首`, en: `The first ${older.size} leaves begin the ${newer.size} unchanged` })
      : fail(name, reached === null ? `${older.size} → ${newer.size}, ${proof.length} hashes` : `${reached.from}, ${reached.to}`, `${from}, ${to}`, {
          zh: '新检查点不是从旧检查点延续而来：日志分叉，或证明被改动',
          en: 'The newer checkpoint does not continue the older: the log forked, or the proof was changed',
        });
  });
}
