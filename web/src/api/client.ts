import { ApiProblem, ConnectionLost } from './problem';
import type { Problem } from './types';

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Query;
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const root = '/api/v1';
let language = 'zh-CN';

/** The language of every message the server writes from now on. */
export function speak(next: 'zh-CN' | 'en'): void {
  language = next;
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return root + path + (text === '' ? '' : `?${text}`);
}

function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const requestId = response.headers.get('X-Request-Id');
  let body: Problem = {};
  if (response.headers.get('Content-Type')?.includes('json') === true) {
    body = (await response.json()) as Problem;
  }
  return new ApiProblem(response.status, body, requestId);
}

async function send(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address(request.path, request.query), {
      method: request.method,
      headers: { Accept: 'application/json, application/problem+json', 'Accept-Language': language, ...request.headers },
      body: request.body ?? null,
      signal: request.signal ?? null,
    });
  } catch (reason) {
    if (isAbort(reason)) throw reason;
    throw new ConnectionLost(reason);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function answer<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch (reason) {
    if (isAbort(reason)) throw reason;
    throw new ConnectionLost(reason);
  }
}

const asJson = { 'Content-Type': 'application/json' };

/** Keys of writes whose answer never came: sending the same again must not do it twice. */
const unanswered = new Map<string, string>();

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Reads a resource. */
export async function read<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return answer<T>(await send({ method: 'GET', path, query, signal }));
}

/** Asks for a calculation; nothing is stored. */
export async function compute<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return answer<T>(await send({ method: 'POST', path, body: JSON.stringify(body), headers: asJson, signal }));
}

/** Asks for something about a file as it is; nothing is stored. */
export async function computeFile<T>(path: string, file: File): Promise<T> {
  const headers = { 'Content-Type': file.type === '' ? 'application/octet-stream' : file.type, 'X-File-Name': encodeURIComponent(file.name) };
  return answer<T>(await send({ method: 'POST', path, body: file, headers }));
}

/** Stores something, at most once even when the connection breaks and the same is sent again. */
export async function write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const same = `${method} ${path} ${text}`;
  const key = unanswered.get(same) ?? newKey();
  unanswered.set(same, key);
  try {
    const headers = { 'Idempotency-Key': key, ...(text === '' ? {} : asJson) };
    const result = await answer<T>(await send({ method, path, headers, ...(text === '' ? {} : { body: text }) }));
    unanswered.delete(same);
    return result;
  } catch (reason) {
    if (!(reason instanceof ConnectionLost)) unanswered.delete(same);
    throw reason;
  }
}

/** A file made from what is on the screen. */
export async function computeBlob(path: string, body: unknown): Promise<{ blob: Blob; name: string | null }> {
  const response = await send({ method: 'POST', path, body: JSON.stringify(body), headers: { ...asJson, Accept: '*/*' } });
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: await response.blob(), name: encoded === undefined ? (plain ?? null) : decodeURIComponent(encoded) };
}

/** The address of a file that a plain link downloads. */
export function linkTo(path: string): string {
  return address(path);
}
