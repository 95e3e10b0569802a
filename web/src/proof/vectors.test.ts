import { describe, expect, test } from 'vitest';
import merkleVectors from '../../../tests/golden/merkle-proofs.json';
import smVectors from '../../../tests/golden/sm2-sm3.json';
import { concat, hex, isHex, unhex, utf8 } from './bytes';
import { canonical, readJson, Unreadable } from './json';
import { consistencyRoots, inclusionRoot, leafHash } from './merkle';
import { sha256 } from './sha256';
import { browserCrypto, defaultUser, isOnCurve, sm2Z, verifyEcdsa, verifySm2 } from './signatures';
import { sm3 } from './sm3';

describe('hashes', () => {
  test('sm3_GoldenMessages_GiveTheirDigests', () => {
    for (const { msgHex, digest } of smVectors.sm3) expect(hex(sm3(msgHex === null ? utf8('a'.repeat(1_000_000)) : unhex(msgHex)))).toBe(digest);
  });

  test('sha256_AnyLength_AgreesWithTheBrowser', async () => {
    for (let length = 0; length < 200; length += 1) {
      const message = concat(Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 0xff));
      expect(hex(sha256(message))).toBe(hex(new Uint8Array(await crypto.subtle.digest('SHA-256', message))));
    }
  });
});

describe('signatures', () => {
  const { sign } = smVectors.sm2;
  const point = unhex(`04${sign.publicX}${sign.publicY}`.toLowerCase());
  const message = utf8(sign.message);
  const good = unhex(`${sign.r}${sign.s}`.toLowerCase());

  test('sm2_OfTheStandard_IsGoodAndBadWithAnyByteTurned', () => {
    expect(hex(sm2Z(point, defaultUser)).toUpperCase()).toBe(sign.ZA);
    expect(verifySm2(point, defaultUser, message, good)).toBe(true);
    for (let at = 0; at < 64; at += 3) {
      const turned = good.slice();
      turned[at]! ^= 1;
      expect(verifySm2(point, defaultUser, message, turned)).toBe(false);
    }
    expect(verifySm2(point, defaultUser, utf8('message digesu'), good)).toBe(false);
    expect(verifySm2(point, utf8('1234567812345679'), message, good)).toBe(false);
    expect(verifySm2(point, defaultUser, message, new Uint8Array(64))).toBe(false);
  });

  test('isOnCurve_AnyByteTurned_IsNot', () => {
    expect(isOnCurve('sm2-sm3', point)).toBe(true);
    expect(isOnCurve('ecdsa-p256-sha256', point)).toBe(false);
    for (const at of [0, 1, 33, 64]) {
      const moved = point.slice();
      moved[at]! ^= 1;
      expect(isOnCurve('sm2-sm3', moved)).toBe(false);
    }
  });

  // RFC 6979, A.2.5.
  test('ecdsa_OfTheRfc_IsGoodAndBadWithAByteTurned', async () => {
    const key = unhex('0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299');
    const signature = unhex('efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8');
    const subtle = browserCrypto()!;
    expect(await verifyEcdsa(subtle, key, utf8('sample'), signature)).toBe(true);
    expect(await verifyEcdsa(subtle, key, utf8('samplf'), signature)).toBe(false);
    signature[63]! ^= 1;
    expect(await verifyEcdsa(subtle, key, utf8('sample'), signature)).toBe(false);
  });
});

describe('merkle', () => {
  const whole = (n: number): bigint => BigInt(n);
  const digests = (...list: readonly string[]): boolean => list.every(one => isHex(one, 32));

  test('leafHash_OfTheReference_IsTheFirstRoot', () => {
    expect(leafHash('sha256', unhex(merkleVectors.leafInputsHex[0]!))).toBe(merkleVectors.rootsBySize[1]);
  });

  test.each(merkleVectors.inclusion)('$file', ({ leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
    const good = digests(root, leaf, ...proof) && inclusionRoot('sha256', whole(leafIdx), whole(treeSize), leaf, proof) === root;
    expect(good).toBe(!wantErr);
  });

  test.each(merkleVectors.consistency)('$file', ({ size1, size2, root1, root2, proof, wantErr }) => {
    const roots = digests(root1, root2, ...proof) ? consistencyRoots('sha256', whole(size1), whole(size2), proof, root1, root2) : null;
    expect(roots?.from === root1 && roots.to === root2).toBe(!wantErr);
  });
});

describe('canonical JSON', () => {
  const code = (json: string): string => {
    try {
      const problems: never[] = [];
      const text = canonical(readJson(utf8(json)), problems);
      return problems.length === 0 ? text : 'EVD-0208';
    } catch (problem) {
      return (problem as Unreadable).code;
    }
  };

  // RFC 8785, 3.2.2 and 3.2.3.
  test.each([
    ['{ "\\u20ac": 1, "\\r": 2, "1": 3, "\\u0080": 4, "\\ud83d\\ude00": 5, "\\u00f6": 6, "\\ufb33": 7 }', '{"\\r":2,"1":3,"\u0080":4,"ö":6,"€":1,"😀":5,"\ufb33":7}'],
    ['["\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/", null, true, false]', '["€$\\u000f\\nA\'B\\"\\\\\\\\\\"/",null,true,false]'],
    ['-9007199254740991', '-9007199254740991'],
    ['9007199254740992', 'EVD-0208'],
    ['-0', 'EVD-0208'],
    ['1.0', 'EVD-0208'],
    ['1e2', 'EVD-0208'],
    ['{"a":1,"\\u0061":1}', 'EVD-0208'],
    ['01', 'EVD-0203'],
    ['', 'EVD-0203'],
    ['[1,]', 'EVD-0203'],
    ['[1] 2', 'EVD-0203'],
    ['"\\ud800"', 'EVD-0203'],
    ['{"\\udc00x":1}', 'EVD-0203'],
    ['\ufeff{}', 'EVD-0203'],
    ['"\u0001"', 'EVD-0203'],
    ['['.repeat(64) + ']'.repeat(64), '['.repeat(64) + ']'.repeat(64)],
    ['['.repeat(65), 'EVD-0204'],
  ])('canonical_%s_Is%s', (json, wanted) => {
    expect(code(json)).toBe(wanted);
  });
});
