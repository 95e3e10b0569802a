import { hex, unhex } from './bytes';
import { sha256 } from './sha256';
import { sm3 } from './sm3';

export const hashes = ['sha256', 'sm3'] as const;

export type HashName = (typeof hashes)[number];

export function digest(hash: HashName, ...parts: readonly Uint8Array[]): Uint8Array {
  return hash === 'sm3' ? sm3(...parts) : sha256(...parts);
}

/** The leaf hash of RFC 6962, 2.1, as hexadecimal. */
export function leafHash(hash: HashName, leaf: Uint8Array): string {
  return hex(digest(hash, Uint8Array.of(0), leaf));
}

function node(hash: HashName, left: string, right: string): string {
  return hex(digest(hash, Uint8Array.of(1), unhex(left), unhex(right)));
}

/** The root an audit path leads to (RFC 9162, 2.1.3.2); null when the path does not fit index and size. */
export function inclusionRoot(hash: HashName, index: bigint, size: bigint, leaf: string, proof: readonly string[]): string | null {
  if (index < 0n || index >= size) return null;
  const inner = innerLevels(index, size);
  if (proof.length !== inner + ones(index >> BigInt(inner))) return null;
  return right(hash, inside(hash, leaf, proof.slice(0, inner), index, true), proof.slice(inner));
}

/**
 * The two roots a consistency proof leads to (RFC 9162, 2.1.4.2); null when it does not fit the sizes. A proof from the
 * empty tree proves nothing; equal sizes take an empty proof, and each root must be the other.
 */
export function consistencyRoots(
  hash: HashName,
  from: bigint,
  to: bigint,
  proof: readonly string[],
  fromRoot: string,
  toRoot: string,
): { from: string; to: string } | null {
  if (from === to && from >= 0n) return proof.length === 0 ? { from: toRoot, to: fromRoot } : null;
  if (from <= 0n || from > to || proof.length === 0) return null;
  const shift = trailingZeros(from);
  const inner = innerLevels(from - 1n, to) - shift;
  const start = from === 1n << BigInt(shift) ? 0 : 1;
  const seed = start === 0 ? fromRoot : proof[0]!;
  const path = (from - 1n) >> BigInt(shift);
  if (proof.length !== start + inner + ones(path >> BigInt(inner))) return null;
  const [low, high] = [proof.slice(start, start + inner), proof.slice(start + inner)];
  return { from: right(hash, inside(hash, seed, low, path, false), high), to: right(hash, inside(hash, seed, low, path, true), high) };
}

/** Levels below the node where the path leaves the right edge of the tree. */
function innerLevels(index: bigint, size: bigint): number {
  const differing = index ^ (size - 1n);
  return differing === 0n ? 0 : differing.toString(2).length;
}

function ones(value: bigint): number {
  return value.toString(2).replaceAll('0', '').length;
}

function trailingZeros(value: bigint): number {
  let count = 0;
  while (((value >> BigInt(count)) & 1n) === 0n) count++;
  return count;
}

function inside(hash: HashName, seed: string, proof: readonly string[], path: bigint, bothSides: boolean): string {
  return proof.reduce((here, sibling, i) => {
    if ((path >> BigInt(i)) & 1n) return node(hash, sibling, here);
    return bothSides ? node(hash, here, sibling) : here;
  }, seed);
}

function right(hash: HashName, seed: string, proof: readonly string[]): string {
  return proof.reduce((here, sibling) => node(hash, sibling, here), seed);
}
