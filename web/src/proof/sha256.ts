import { concat } from './bytes';
import type { Bytes } from './bytes';
import { pad } from './padding';

// FIPS 180-4, 4.2.2: fractional parts of the cube roots of the first 64 primes; 5.3.3: of the square roots of the first 8.
const { rounds, start } = constants();

function constants(): { rounds: Uint32Array; start: Uint32Array } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every(prime => n % prime !== 0)) primes.push(n);
  const fraction = (n: number, power: bigint): number => Number(root(BigInt(n) << (32n * power), power) & 0xffffffffn);
  return { rounds: Uint32Array.from(primes, n => fraction(n, 3n)), start: Uint32Array.from(primes.slice(0, 8), n => fraction(n, 2n)) };
}

/** The whole part of a root, by bisection. */
function root(value: bigint, power: bigint): bigint {
  let [low, high] = [0n, 1n << 48n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle;
  }
  return low;
}

function turn(x: number, bits: number): number {
  return (x >>> bits) | (x << (32 - bits));
}

/** SHA-256 (FIPS 180-4) of the parts, one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Bytes {
  const state = start.slice();
  const data = new DataView(pad(concat(...parts)).buffer);
  const w = new Uint32Array(64);
  for (let at = 0; at < data.byteLength; at += 64) block(state, data, at, w);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setUint32(4 * i, word));
  return new Uint8Array(digest.buffer);
}

function block(state: Uint32Array, data: DataView, at: number, w: Uint32Array): void {
  for (let i = 0; i < 16; i++) w[i] = data.getUint32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15]!, w[i - 2]!];
    w[i] = w[i - 16]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7]! + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + w[i]!) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = state[i]! + word));
}
