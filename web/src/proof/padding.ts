import type { Bytes } from './bytes';

/** The padding that SHA-256 and SM3 share: a one bit, zeros, and the length in bits as eight bytes, to a multiple of 64. */
export function pad(message: Uint8Array): Bytes {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, 8n * BigInt(message.length));
  return padded;
}
