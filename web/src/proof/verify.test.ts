import { expect, test } from 'vitest';
import example from '../../../docs/reference/examples/evidence-bundle.json?raw';
import exampleLog from '../../../docs/reference/examples/evidence-log.json?raw';
import tampered from '../../../tests/golden/tampered-bundles.json';
import { concat, unhex, utf8 } from './bytes';
import { failing, readLog, Unreadable, verifyBundle } from '.';
import type { NoBundle, ProofReport } from '.';

const bytes = utf8(example);
const log = readLog(utf8(exampleLog));

function said(answer: ProofReport | NoBundle): string[] {
  return 'code' in answer ? [answer.code] : failing(answer);
}

test('verifyBundle_ExampleWithItsLog_PassesEveryCheckOfTheCommandLine', async () => {
  const report = (await verifyBundle(bytes, log)) as ProofReport;
  expect([report.passed, report.pinned]).toEqual([true, true]);
  expect(report.checks.filter(check => check.state !== 'pass').map(check => check.name)).toEqual(['items[1].content']);
  const items = (name: string): string[] => [0, 1].flatMap(i => ['sha256', 'sm3'].map(hash => `items[${i}].${name}.${hash}`));
  expect(report.checks.map(check => check.name)).toEqual([
    'form', 'keys', 'trust', 'signature.ecdsa-p256-sha256', 'signature.sm2-sm3', 'origin', ...items('leaf'), 'items[0].content', 'items[1].content', ...items('inclusion'),
    'earlier.signature.ecdsa-p256-sha256', 'earlier.signature.sm2-sm3', 'earlier.consistency.sha256', 'earlier.consistency.sm3',
  ]);
});

test('verifyBundle_WithoutLog_SkipsTrust', async () => {
  const report = (await verifyBundle(bytes)) as ProofReport;
  expect([report.passed, report.pinned]).toEqual([true, false]);
  expect(report.checks.find(check => check.name === 'trust')?.state).toBe('skipped');
});

test('verifyBundle_WithoutBrowserCryptography_SkipsEcdsaWithItsReason', async () => {
  const report = (await verifyBundle(bytes, log, null)) as ProofReport;
  const skipped = report.checks.filter(check => check.state === 'skipped');
  expect(skipped.map(check => check.name)).toEqual(['signature.ecdsa-p256-sha256', 'items[1].content', 'earlier.signature.ecdsa-p256-sha256']);
  expect(skipped[0]!.message.en).toContain('no browser cryptography');
});

test('verifyBundle_AnotherLog_FailsTrust', async () => {
  expect(said(await verifyBundle(bytes, { ...log, origin: 'zhirong/another' }))).toEqual(['trust']);
  expect(said(await verifyBundle(bytes, { ...log, keys: log.keys.slice(1) }))).toEqual(['trust']);
});

// The set is written by the command line's verifier; both must name the same checks.
test('verifyBundle_EveryTamperedBundle_SaysWhatTheCommandLineSays', async () => {
  expect(tampered.changes.length).toBeGreaterThan(200);
  for (const { at, remove, insert, failing: wanted } of tampered.changes) {
    const changed = concat(bytes.subarray(0, at), unhex(insert), bytes.subarray(at + remove));
    expect(said(await verifyBundle(changed, log)), `at ${at}: ${insert}`).toEqual(wanted);
  }
}, 60_000);

test('readLog_OutOfForm_IsRefused', () => {
  const code = (text: string): string => {
    try {
      readLog(utf8(text));
      return '';
    } catch (problem) {
      return (problem as Unreadable).code;
    }
  };
  expect(code(exampleLog)).toBe('');
  expect(code(` ${exampleLog}`)).toBe('EVD-0207');
  expect(code(exampleLog.replace('"key":"', '"key":"A'))).toBe('EVD-0207');
  expect(code(exampleLog.replace(log.keys[1]!.key, 'a'.repeat(32)))).toBe('EVD-0207');
  expect(code(example)).toBe('EVD-0206');
  expect(code('')).toBe('EVD-0203');
});
