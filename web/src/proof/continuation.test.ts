import { expect, test } from 'vitest';
import bundleText from '../../../docs/reference/examples/evidence-bundle.json?raw';
import logText from '../../../docs/reference/examples/evidence-log.json?raw';
import heldText from '../../../docs/reference/examples/signed-checkpoint.json?raw';
import { utf8 } from './bytes';
import { openBundle, readCheckpoint, readLog } from './bundle';
import { verifyContinuation } from './continuation';
import type { Continuation } from './continuation';
import { Unreadable } from './json';
import { failing } from './verify';

const bundle = openBundle(utf8(bundleText)).bundle!;
const answered: Continuation = { log: readLog(utf8(logText)), latest: bundle.signed, proof: bundle.earlier!.consistency };
const held = readCheckpoint(utf8(heldText));
const verdict = async (text: string, answer: Continuation = answered) => failing(await verifyContinuation(readCheckpoint(utf8(text)), answer));

/** Another hexadecimal digit in the place of the first of a text. */
const bent = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1);

test('verifyContinuation_CheckpointHeldBefore_IsContinued', async () => {
  const report = await verifyContinuation(held, answered);
  expect([report.passed, report.pinned]).toEqual([true, true]);
  expect(report.checks.map(check => [check.name, check.state])).toEqual([
    'keys', 'origin', 'signature.ecdsa-p256-sha256', 'signature.sm2-sm3', 'earlier.signature.ecdsa-p256-sha256', 'earlier.signature.sm2-sm3', 'earlier.consistency.sha256', 'earlier.consistency.sm3',
  ].map(name => [name, 'pass']));
});

test('verifyContinuation_SameCheckpoint_NeedsNoProof', async () => {
  expect((await verifyContinuation(held, { ...answered, latest: held, proof: { sha256: [], sm3: [] } })).passed).toBe(true);
});

test('verifyContinuation_TamperedCheckpoint_IsNamed', async () => {
  const { sha256, sm3 } = held.checkpoint.roots;
  const both = ['earlier.signature.ecdsa-p256-sha256', 'earlier.signature.sm2-sm3'];
  expect(await verdict(heldText.replace(sha256, bent(sha256)))).toEqual([...both, 'earlier.consistency.sha256']);
  expect(await verdict(heldText.replace(sm3, bent(sm3)))).toEqual([...both, 'earlier.consistency.sm3']);
  expect(await verdict(heldText.replace('"size":3', '"size":4'))).toEqual([...both, 'earlier.consistency.sha256', 'earlier.consistency.sm3']);
  expect(await verdict(heldText.replace('00f0"', '00f1"'))).toEqual(['origin', ...both]);
  for (const { algorithm, signature } of held.signatures) expect(await verdict(heldText.replace(signature, bent(signature)))).toEqual([`earlier.signature.${algorithm}`]);
});

test('verifyContinuation_LogRewritten_DoesNotContinue', async () => {
  const [first, ...others] = answered.proof!.sm3;
  expect(await verdict(heldText, { ...answered, proof: { ...answered.proof!, sm3: [bent(first!), ...others] } })).toEqual(['earlier.consistency.sm3']);
  const rewritten = { ...bundle.signed, checkpoint: { ...bundle.signed.checkpoint, roots: { ...bundle.signed.checkpoint.roots, sha256: bent(bundle.signed.checkpoint.roots.sha256) } } };
  expect(await verdict(heldText, { ...answered, latest: rewritten })).toEqual(['earlier.consistency.sha256']);
  expect(await verdict(heldText, { ...answered, log: { ...answered.log, keys: [...answered.log.keys].reverse().map((key, i) => ({ ...key, public: answered.log.keys[i]!.public })) } })).toContain('keys');
});

test('verifyContinuation_LogShorterOrWithoutThatSize_SaysSo', async () => {
  const shorter = await verifyContinuation(bundle.signed, { ...answered, latest: held, proof: null });
  expect(failing(shorter)).toEqual(['earlier.size']);
  expect(shorter.checks.at(-1)!.message.en).toContain('shorter');
  expect(await verdict(heldText, { ...answered, proof: null })).toEqual(['earlier.size']);
});

test('verifyContinuation_WithoutBrowserCryptography_SkipsEcdsaAndIsNotPinned', async () => {
  const report = await verifyContinuation(held, answered, null);
  expect([report.passed, report.pinned]).toEqual([true, false]);
  expect(report.checks.filter(check => check.state === 'skipped')).toHaveLength(2);
});

test('readCheckpoint_OutOfForm_IsRefused', () => {
  const code = (text: string): string => {
    try {
      readCheckpoint(utf8(text));
      return '';
    } catch (problem) {
      return (problem as Unreadable).code;
    }
  };
  expect(code(heldText)).toBe('');
  expect(code(` ${heldText}`)).toBe('EVD-0207');
  expect(code(heldText.replace('"size":3', '"size":-3'))).toBe('EVD-0207');
  expect(code(bundleText)).toBe('EVD-0206');
  expect(code('no json')).toMatch(/^EVD-02/);
});
