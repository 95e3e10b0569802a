import { concat, toNumber, unhex, utf8 } from './bytes';
import { mod, p256Curve, readPoint, sm2Curve, xOfSum } from './curve';
import { sm3 } from './sm3';

/** How a checkpoint is signed, in the words of the files. */
export const algorithms = ['ecdsa-p256-sha256', 'sm2-sm3'] as const;

export type Algorithm = (typeof algorithms)[number];

/** The user id of GM/T 0009 when none is agreed. */
export const defaultUser = utf8('1234567812345678');

// a, b and the generator as Z takes them (GB/T 32918.2, 5.5).
const constants = unhex(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
);

/** Z: what the signer is, hashed (GB/T 32918.2, 5.5). */
export function sm2Z(publicKey: Uint8Array, user: Uint8Array): Uint8Array {
  const bits = user.length * 8;
  return sm3(Uint8Array.of(bits >> 8, bits & 0xff), user, constants, publicKey.subarray(1));
}

/** Whether the SM2 signature r ‖ s is the key's over the message (GB/T 32918.2, 7.1); false for what is no key or signature. */
export function verifySm2(publicKey: Uint8Array, user: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const point = readPoint(sm2Curve, publicKey);
  if (point === null || signature.length !== 64) return false;
  const { n } = sm2Curve;
  const [r, s] = [toNumber(signature.subarray(0, 32)), toNumber(signature.subarray(32))];
  const t = mod(r + s, n);
  if (r === 0n || s === 0n || t === 0n || r >= n || s >= n) return false;
  const x = xOfSum(sm2Curve, s, t, point);
  const e = toNumber(sm3(sm2Z(publicKey, user), message));
  return x !== null && mod(e + x, n) === r;
}

/** Whether 65 bytes are a point of the algorithm's curve. */
export function isOnCurve(algorithm: Algorithm, publicKey: Uint8Array): boolean {
  return readPoint(algorithm === 'sm2-sm3' ? sm2Curve : p256Curve, publicKey) !== null;
}

/** The browser's cryptography; missing where the page came neither by https nor from this machine. */
export function browserCrypto(): SubtleCrypto | null {
  return globalThis.crypto?.subtle ?? null;
}

/** Whether the ECDSA P-256 signature r ‖ s is the key's over the message, by the browser's own cryptography. */
export async function verifyEcdsa(subtle: SubtleCrypto, publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (!isOnCurve('ecdsa-p256-sha256', publicKey) || signature.length !== 64) return false;
  const key = await subtle.importKey('raw', concat(publicKey), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, concat(signature), concat(message));
}
