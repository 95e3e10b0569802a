import createClient from 'openapi-fetch';
import { ApiProblem, ApprovalAsked, ConnectionLost } from './problem';
import type { paths } from './schema';
import type { Problem } from './types';

let language = 'zh-CN';

/** The language of every message the server writes from now on. */
export function speak(next: 'zh-CN' | 'en'): void {
  language = next;
}

let ended: () => void = () => undefined;

/** Told when the server no longer knows who asks. */
export function whenSignedOut(tell: () => void): void {
  ended = tell;
}

function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const isJson = response.headers.get('Content-Type')?.includes('json') === true;
  const body = isJson ? ((await response.json()) as Problem) : {};
  return new ApiProblem(response.status, body, response.headers.get('X-Request-Id'));
}

/** The case under which the server keeps a request that waits for approval; null for every other answer. */
async function approvalOf(response: Response): Promise<string | null> {
  if (response.status !== 202) return null;
  const body: unknown = await response.clone().json().catch(() => null);
  return typeof body === 'object' && body !== null && 'approval' in body ? String(body.approval) : null;
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Requests that only compute, that carry a password, or a file the server knows by its print: no key is kept for them. Every other one that is not a GET stores something. */
const keyless =
  /\/deals\/(check|calculate|changes|why|import|exports\/[^/]+)$|\/access\/(sign-in|sign-out|switch|password|setup|totp\/[a-z]+)$|\/payments\/(table|answers|statements|balances)$|\/appraisals\/(draft|calculate)$|\/(scores|diligence)\/calculate$/;

function stores(request: Request): boolean {
  return request.method !== 'GET' && !keyless.test(new URL(request.url).pathname);
}

/** Keys of writes whose answer never came whole: sending the same again must not do it twice. */
const unanswered = new Map<string, string>();

/** Sends a write under its key; the key is forgotten only when an answer has arrived to its end. */
async function store(request: Request): Promise<Response> {
  const same = `${request.method} ${request.url} ${await request.clone().text()}`;
  const key = unanswered.get(same) ?? newKey();
  unanswered.set(same, key);
  request.headers.set('Idempotency-Key', key);
  const response = await fetch(request);
  await response.clone().arrayBuffer();
  unanswered.delete(same);
  return response;
}

/** Sends a request in the reader's language; a refusal, a wait for approval or a lost connection is thrown as what it is. */
export async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', language);
  let response: Response;
  try {
    response = await (stores(request) ? store(request) : fetch(request));
  } catch (reason) {
    if (isAbort(reason)) throw reason;
    throw new ConnectionLost(reason);
  }
  if (response.status === 401 && !new URL(request.url).pathname.endsWith('/access/sign-in')) ended();
  if (!response.ok) throw await problemOf(response);
  const approval = await approvalOf(response);
  if (approval !== null) throw new ApprovalAsked(approval);
  return response;
}

/** The one way to the server; paths, parameters and bodies are those of its OpenAPI document. */
export const api = createClient<paths>({ fetch: send });

interface Sent {
  data?: unknown;
  response: Response;
}

/** The body of an answer, read to its end; what is refused has been thrown before. */
export async function answer<T>(call: Promise<Sent>): Promise<T> {
  try {
    return (await call).data as T;
  } catch (reason) {
    if (isAbort(reason) || reason instanceof ApiProblem || reason instanceof ApprovalAsked || reason instanceof ConnectionLost) throw reason;
    throw new ConnectionLost(reason);
  }
}

/** A file the server made, with the name it gave it. */
export async function file(call: Promise<Sent>): Promise<{ blob: Blob; name: string | null }> {
  const { data, response } = await call;
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: data as Blob, name: encoded === undefined ? (plain ?? null) : decodeURIComponent(encoded) };
}
