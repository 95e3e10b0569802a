import { afterEach, expect, test, vi } from 'vitest';
import { sendFile, tell } from './ask';
import { ApprovalAsked } from './problem';

afterEach(() => vi.unstubAllGlobals());

function answering(status: number, body: object) {
  const sent: Request[] = [];
  vi.stubGlobal('location', { href: 'http://desk.test/' });
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }));
  });
  return sent;
}

test('tell_WaitingForApproval_IsThrownWithTheCase', async () => {
  answering(202, { approval: '0192', state: 'open' });
  const reason: unknown = await tell('POST', '/payments/batches/x/approve', {}).catch((thrown: unknown) => thrown);
  expect(reason).toBeInstanceOf(ApprovalAsked);
  expect((reason as ApprovalAsked).approval).toBe('0192');
});

test('tell_AcceptedWithoutACase_IsAnAnswer', async () => {
  answering(202, { id: 'job' });
  expect(await tell('POST', '/jobs', {})).toEqual({ id: 'job' });
});

test('sendFile_KeepsTheNameAndGivesNoKey', async () => {
  const sent = answering(200, {});
  await sendFile('/payments/answers', new Blob(['x']), '回执 1.csv');
  expect([sent[0]?.headers.get('X-File-Name'), sent[0]?.headers.get('Idempotency-Key')]).toEqual([encodeURIComponent('回执 1.csv'), null]);
});
