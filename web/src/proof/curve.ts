import { toNumber } from './bytes';

/** A curve y² = x³ − 3x + b over a prime field, of prime order. Only public values are computed with: nothing here is secret. */
export interface Curve {
  readonly p: bigint;
  readonly b: bigint;
  readonly n: bigint;
  readonly g: Point;
}

export interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/** x = X/Z², y = Y/Z³; Z = 0 is infinity. */
type Jacobian = readonly [bigint, bigint, bigint];

const infinity: Jacobian = [1n, 1n, 0n];

/** GB/T 32918.5-2017. */
export const sm2Curve: Curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  g: {
    x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
    y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
  },
};

/** NIST P-256 (SP 800-186). */
export const p256Curve: Curve = {
  p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  g: {
    x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
    y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  },
};

export function mod(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

export function invert(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [mod(value, modulus), modulus, 1n, 0n];
  while (b !== 0n) {
    const whole = a / b;
    [a, b, x, y] = [b, a - whole * b, y, x - whole * y];
  }
  return mod(x, modulus);
}

/** The point 0x04 ‖ x ‖ y, or null when it is none of the curve. */
export function readPoint(curve: Curve, bytes: Uint8Array): Point | null {
  if (bytes.length !== 65 || bytes[0] !== 4) return null;
  const [x, y] = [toNumber(bytes.subarray(1, 33)), toNumber(bytes.subarray(33))];
  const fits = x < curve.p && y < curve.p && mod(y * y - (x * x * x - 3n * x + curve.b), curve.p) === 0n;
  return fits ? { x, y } : null;
}

/** The affine x of s·G + t·point; null for infinity. */
export function xOfSum(curve: Curve, s: bigint, t: bigint, point: Point): bigint | null {
  const generator: Jacobian = [curve.g.x, curve.g.y, 1n];
  const other: Jacobian = [point.x, point.y, 1n];
  const both = add(curve, generator, other);
  let sum = infinity;
  for (let bit = 255n; bit >= 0n; bit--) {
    sum = double(curve, sum);
    const [first, second] = [(s >> bit) & 1n, (t >> bit) & 1n];
    if (first | second) sum = add(curve, sum, first & second ? both : first ? generator : other);
  }
  if (sum[2] === 0n) return null;
  const inverse = invert(sum[2], curve.p);
  return mod(sum[0] * inverse * inverse, curve.p);
}

function double({ p }: Curve, [x, y, z]: Jacobian): Jacobian {
  if (z === 0n || y === 0n) return infinity;
  const zz = (z * z) % p;
  const slope = mod(3n * (x - zz) * (x + zz), p);
  const yy = (y * y) % p;
  const xyy = (4n * x * yy) % p;
  const x3 = mod(slope * slope - 2n * xyy, p);
  return [x3, mod(slope * (xyy - x3) - 8n * yy * yy, p), (2n * y * z) % p];
}

function add(curve: Curve, first: Jacobian, second: Jacobian): Jacobian {
  const { p } = curve;
  if (first[2] === 0n) return second;
  if (second[2] === 0n) return first;
  const [zz1, zz2] = [(first[2] * first[2]) % p, (second[2] * second[2]) % p];
  const [u1, u2] = [(first[0] * zz2) % p, (second[0] * zz1) % p];
  const [s1, s2] = [(first[1] * zz2 * second[2]) % p, (second[1] * zz1 * first[2]) % p];
  if (u1 === u2) return s1 === s2 ? double(curve, first) : infinity;
  const h = mod(u2 - u1, p);
  const r = mod(s2 - s1, p);
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (u1 * hh) % p;
  const x3 = mod(r * r - hhh - 2n * v, p);
  return [x3, mod(r * (v - x3) - s1 * hhh, p), (h * first[2] * second[2]) % p];
}
