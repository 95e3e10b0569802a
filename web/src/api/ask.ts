import { ConnectionLost } from './problem';
import { send } from './client';

type Places = Record<string, string | number | boolean | null | undefined>;

/** The address under `/api/v1` with what was asked; empty conditions are left out. */
export function address(path: string, asked: object = {}): string {
  const given = Object.entries(asked as Places).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1${path}${query === '' ? '' : `?${query}`}`;
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text().catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason;
    throw new ConnectionLost(reason);
  });
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Asks for what stands at an address. */
export async function ask<T>(path: string, asked: object, signal?: AbortSignal): Promise<T> {
  return read<T>(await send(new Request(new URL(address(path, asked), location.href), { signal: signal ?? null })));
}

/** Sends a write; the client gives it its idempotency key. */
export async function tell<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  return read<T>(await send(new Request(new URL(address(path), location.href), { method, ...sent })));
}

/** Sends the bytes of a file with its name. */
export async function sendFile<T>(path: string, content: Blob, name: string, asked: object = {}): Promise<T> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) };
  return read<T>(await send(new Request(new URL(address(path, asked), location.href), { method: 'POST', body: content, headers })));
}

/** The bytes of a file and the name the server gave it. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string | null }> {
  const response = await send(new Request(new URL(address(path), location.href), { signal: signal ?? null }));
  const name = /filename="?([^";]+)"?/i.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? null;
  return { bytes: new Uint8Array(await response.arrayBuffer()), name };
}
