import { afterEach, expect, test, vi } from 'vitest';
import { send } from './client';
import { ApiProblem, ConnectionLost } from './problem';

const keys: (string | null)[] = [];

function server(...answers: (Response | Error)[]): void {
  vi.stubGlobal('fetch', (request: Request) => {
    keys.push(request.headers.get('Idempotency-Key'));
    const next = answers.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
}

const save = (text: string, path = 'deals') => send(new Request(`http://127.0.0.1/api/v1/${path}`, { method: 'POST', body: text }));
const broken = () => new Response(new ReadableStream({ start: stream => stream.error(new TypeError('cut off')) }));

afterEach(() => {
  keys.length = 0;
  vi.unstubAllGlobals();
});

test('send_SameWriteAfterALostConnection_KeepsItsKey', async () => {
  server(new TypeError('failed to fetch'), Response.json({}), Response.json({}));
  await expect(save('a')).rejects.toBeInstanceOf(ConnectionLost);
  await save('a');
  await save('a');
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('send_AnswerCutOff_CountsAsLost', async () => {
  server(broken(), Response.json({}));
  await expect(save('b')).rejects.toBeInstanceOf(ConnectionLost);
  await save('b');
  expect(keys[1]).toBe(keys[0]);
});

test('send_AnotherTextAfterALostConnection_HasItsOwnKey', async () => {
  server(new TypeError('failed to fetch'), Response.json({}));
  await expect(save('c')).rejects.toBeInstanceOf(ConnectionLost);
  await save('d');
  expect(keys[1]).not.toBe(keys[0]);
});

test('send_Calculation_CarriesNoKey', async () => {
  server(Response.json({}));
  await save('{}', 'deals/calculate');
  expect(keys).toEqual([null]);
});

test('send_Refusal_IsThrownWithCodeAndRequestId', async () => {
  const problem = { title: 'no', detail: 'because', code: 'SEC-0103' };
  server(Response.json(problem, { status: 409, headers: { 'X-Request-Id': 'ZR-1' } }));
  const reason: unknown = await save('e').catch((thrown: unknown) => thrown);
  expect(reason).toBeInstanceOf(ApiProblem);
  expect(reason).toMatchObject({ message: 'because', status: 409, code: 'SEC-0103', requestId: 'ZR-1' });
});

test('send_RefusalThatIsNoJson_StillSaysTheStatus', async () => {
  server(new Response('<html>bad gateway</html>', { status: 502, headers: { 'Content-Type': 'text/html' } }));
  await expect(save('f')).rejects.toMatchObject({ status: 502, code: null });
});

test('send_WriteThatWaitsForApproval_NamesItsCase', async () => {
  server(Response.json({ approval: '0199-a', state: 'open' }, { status: 202 }), Response.json({ job: 'b' }, { status: 202 }), Response.json({ id: 'c' }));
  await expect(save('d')).rejects.toMatchObject({ name: 'ApprovalAsked', approval: '0199-a' });
  await expect(save('d')).resolves.toMatchObject({ status: 202 });
  await save('d');
  expect(new Set(keys).size).toBe(3);
});
