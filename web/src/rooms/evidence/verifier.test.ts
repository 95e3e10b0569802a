import { expect, test } from 'vitest';
import { readLogFile } from './verifier';

test('readLogFile_KeyFile_IsRead', () => {
  const file = { keys: [{ algorithm: 'sm2-sm3', key: 'ab', public: '04' }], origin: 'zhirong/x', schema: 'zhirong/evidence-log/v1' };
  expect(readLogFile(JSON.stringify(file))).toEqual(file);
});

test.each(['', 'null', '[]', '{"schema":"zhirong/evidence-bundle/v1","origin":"x","keys":[]}', '{"schema":"zhirong/evidence-log/v1","keys":[]}'])('readLogFile_%s_IsNone', text => {
  expect(readLogFile(text)).toBeNull();
});
