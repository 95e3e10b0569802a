import { hex, unhex, utf8 } from './bytes';
import type { Bytes } from './bytes';
import { Fields } from './form';
import type { Both } from './form';
import { canonical, limits, readJson, Unreadable } from './json';
import type { FormProblem, Json } from './json';
import { sha256 } from './sha256';
import { isOnCurve } from './signatures';
import type { Algorithm } from './signatures';

export interface LogKey {
  readonly algorithm: Algorithm;
  /** Fingerprint: the first 16 bytes of SHA-256 over the point. */
  readonly key: string;
  /** 0x04 ‖ x ‖ y. */
  readonly public: string;
}

/** `zhirong/evidence-log/v1`: which log, and by which keys it signs. */
export interface EvidenceLog {
  readonly origin: string;
  readonly keys: readonly LogKey[];
}

export interface Checkpoint {
  readonly at: string;
  readonly origin: string;
  readonly size: bigint;
  readonly roots: Both<string>;
  /** What is signed. */
  readonly bytes: Bytes;
}

export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly { readonly algorithm: Algorithm; readonly key: string; readonly signature: string }[];
}

export interface BundleItem {
  /** Canonical bytes of the leaf. */
  readonly leaf: Bytes;
  readonly commitment: Both<string>;
  readonly leafHash: Both<string>;
  readonly index: bigint;
  readonly inclusion: Both<readonly string[]>;
  /** Canonical bytes of the content and its salt; null when erased. */
  readonly opened: { readonly content: Bytes; readonly salt: string } | null;
  readonly at: string;
  readonly by: string;
  readonly event: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** `zhirong/evidence-bundle/v1`. */
export interface EvidenceBundle {
  readonly log: EvidenceLog;
  readonly signed: SignedCheckpoint;
  readonly items: readonly BundleItem[];
  readonly earlier: { readonly signed: SignedCheckpoint; readonly consistency: Both<readonly string[]> } | null;
}

const bundleSchema = 'zhirong/evidence-bundle/v1';
const logSchema = 'zhirong/evidence-log/v1';
const checkpointSchema = 'zhirong/signed-checkpoint/v1';

/** A bundle on the table; null where its fields could not be read. */
export interface Opened {
  readonly bundle: EvidenceBundle | null;
  readonly problems: readonly FormProblem[];
}

/** Reads a bundle strictly; throws `Unreadable` for what is none at all. */
export function openBundle(bytes: Uint8Array): Opened {
  const root = readJson(bytes);
  expectSchema(root, bundleSchema);
  const problems: FormProblem[] = [];
  const bundle = bundleFrom(problems, root);
  const readable = problems.length === 0;
  requireCanonical(bytes, root, problems);
  return { bundle: readable ? bundle : null, problems };
}

/** Reads a checkpoint file strictly; throws `Unreadable` for what is none, or is not in form. */
export function readCheckpoint(bytes: Uint8Array): SignedCheckpoint {
  const root = readJson(bytes);
  expectSchema(root, checkpointSchema);
  const problems: FormProblem[] = [];
  const signed = signedFrom(new Fields(problems, '', root, ['checkpoint', 'schema', 'signatures']));
  requireCanonical(bytes, root, problems);
  if (problems[0] !== undefined) throw new Unreadable('EVD-0207', `${problems[0].path}: ${problems[0].found}`);
  return signed;
}

/** Reads a log key file; throws `Unreadable`. */
export function readLog(bytes: Uint8Array): EvidenceLog {
  const root = readJson(bytes);
  expectSchema(root, logSchema);
  const problems: FormProblem[] = [];
  const fields = new Fields(problems, '', root, ['keys', 'origin', 'schema']);
  const log = { origin: fields.origin('origin'), keys: keysFrom(fields) };
  if (problems.length === 0 && log.keys.some(key => fingerprint(key) !== key.key || !isOnCurve(key.algorithm, unhex(key.public)))) {
    fields.refuse('keys', log.keys.map(key => key.key).join(), { zh: '曲线上的点及其指纹', en: 'a point of the curve with its fingerprint' });
  }
  requireCanonical(bytes, root, problems);
  if (problems[0] !== undefined) throw new Unreadable('EVD-0207', `${problems[0].path}: ${problems[0].found}`);
  return log;
}

export function fingerprint(key: LogKey): string {
  return hex(sha256(unhex(key.public))).slice(0, 32);
}

function expectSchema(root: Json, wanted: string): void {
  // Of two keys alike the last one counts, as every reader of JSON has it.
  const schema = root.kind === 'object' ? root.members.findLast(([name]) => name === 'schema')?.[1] : undefined;
  const found = schema?.kind === 'string' ? schema.text : '—';
  if (found !== wanted) throw new Unreadable('EVD-0206', found);
}

function requireCanonical(bytes: Uint8Array, root: Json, problems: FormProblem[]): void {
  const before = problems.length;
  const wanted = utf8(canonical(root, problems));
  const body = bytes[bytes.length - 1] === 0x0a ? bytes.subarray(0, -1) : bytes;
  const difference = wanted.findIndex((byte, i) => byte !== body[i]);
  if (problems.length === before && (difference >= 0 || body.length !== wanted.length)) {
    const expected = { zh: '规范 JSON（RFC 8785）的逐字节写法', en: 'the very bytes of canonical JSON (RFC 8785)' };
    problems.push({ path: '', found: `byte ${difference >= 0 ? difference : wanted.length}`, expected });
  }
}

function bundleFrom(problems: FormProblem[], root: Json): EvidenceBundle {
  const fields = new Fields(problems, '', root, ['checkpoint', 'earlier', 'items', 'log', 'schema', 'signatures']);
  const log = fields.object('log', ['keys', 'origin']);
  const items = fields.objects('items', 1, limits.items, ['content', 'inclusion', 'index', 'leaf', 'leafHash', 'salt']).map(itemFrom);
  return { log: { origin: log.origin('origin'), keys: keysFrom(log) }, signed: signedFrom(fields), items, earlier: earlierFrom(fields) };
}

function earlierFrom(bundle: Fields): EvidenceBundle['earlier'] {
  if (bundle.isNull('earlier')) return null;
  const fields = bundle.object('earlier', ['checkpoint', 'consistency', 'signatures']);
  return { signed: signedFrom(fields), consistency: fields.proofs('consistency') };
}

function keysFrom(fields: Fields): LogKey[] {
  return fields.objects('keys', 1, 8, ['algorithm', 'key', 'public']).map(key => ({ algorithm: key.algorithm(), key: key.hex('key', 16), public: key.hex('public', 65) }));
}

function signedFrom(fields: Fields): SignedCheckpoint {
  const signatures = fields
    .objects('signatures', 0, 8, ['algorithm', 'key', 'signature'])
    .map(one => ({ algorithm: one.algorithm(), key: one.hex('key', 16), signature: one.hex('signature', 64) }));
  const checkpoint = fields.object('checkpoint', ['at', 'origin', 'schema', 'sha256', 'size', 'sm3']);
  checkpoint.constant('schema', 'zhirong/checkpoint/v1');
  return {
    checkpoint: {
      at: checkpoint.instant('at'),
      origin: checkpoint.origin('origin'),
      size: checkpoint.whole('size'),
      roots: { sha256: checkpoint.hex('sha256', 32), sm3: checkpoint.hex('sm3', 32) },
      bytes: bytesOf(fields.raw('checkpoint')),
    },
    signatures,
  };
}

function itemFrom(fields: Fields): BundleItem {
  const leaf = fields.object('leaf', ['at', 'by', 'commitment', 'event', 'id', 'org', 'schema', 'subject']);
  leaf.constant('schema', 'zhirong/evidence/v1');
  leaf.uuid('id');
  leaf.uuid('org');
  const subject = leaf.object('subject', ['id', 'kind']);
  return {
    leaf: bytesOf(fields.raw('leaf')),
    commitment: leaf.hashes('commitment'),
    leafHash: fields.hashes('leafHash'),
    index: fields.whole('index'),
    inclusion: fields.proofs('inclusion'),
    opened: openedFrom(fields),
    at: leaf.instant('at'),
    by: leaf.name('by'),
    event: leaf.name('event'),
    subject: { kind: subject.name('kind'), id: subject.name('id') },
  };
}

function openedFrom(fields: Fields): BundleItem['opened'] {
  const erased = fields.isNull('content');
  if (erased !== fields.isNull('salt')) {
    fields.refuse('salt', erased ? 'salt' : 'null', { zh: '内容与随机数同在或同无', en: 'content and salt both there or both null' });
    return null;
  }
  if (erased) return null;
  const content = fields.raw('content');
  if (content !== undefined && content.kind !== 'object') fields.refuse('content', content.kind, { zh: '对象或 null', en: 'an object or null' });
  return { content: bytesOf(content), salt: fields.hex('salt', 32) };
}

function bytesOf(value: Json | undefined): Bytes {
  return utf8(value === undefined ? '' : canonical(value));
}
