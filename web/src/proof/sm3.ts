import { concat } from './bytes';
import type { Bytes } from './bytes';
import { pad } from './padding';

// GB/T 32905-2016, 4.1.
const start = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const;

function turn(x: number, bits: number): number {
  const by = bits & 31;
  return by === 0 ? x : (x << by) | (x >>> (32 - by));
}

/** SM3 (GB/T 32905-2016) of the parts, one after the other. */
export function sm3(...parts: readonly Uint8Array[]): Bytes {
  const state = Uint32Array.from(start);
  const data = new DataView(pad(concat(...parts)).buffer);
  const w = new Uint32Array(68);
  for (let at = 0; at < data.byteLength; at += 64) block(state, data, at, w);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setUint32(4 * i, word));
  return new Uint8Array(digest.buffer);
}

function block(state: Uint32Array, data: DataView, at: number, w: Uint32Array): void {
  for (let j = 0; j < 16; j++) w[j] = data.getUint32(at + 4 * j);
  for (let j = 16; j < 68; j++) {
    const x = w[j - 16]! ^ w[j - 9]! ^ turn(w[j - 3]!, 15);
    w[j] = x ^ turn(x, 15) ^ turn(x, 23) ^ turn(w[j - 13]!, 7) ^ w[j - 6]!;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j++) {
    const turned = turn(a, 12);
    const first = turn((turned + e + turn(j < 16 ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7);
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
    const t1 = (ff + d + (first ^ turned) + (w[j]! ^ w[j + 4]!)) | 0;
    const t2 = (gg + h + first + w[j]!) | 0;
    [d, c, b, a, h, g, f, e] = [c, turn(b, 9), a, t1, g, turn(f, 19), e, t2 ^ turn(t2, 9) ^ turn(t2, 17)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = state[i]! ^ word));
}
