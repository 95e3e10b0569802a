/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance; ids made later sort later. */
export function uuid7(at: number = Date.now(), chance: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  const time = at.toString(16).padStart(12, '0').slice(-12);
  const bytes = Array.from(chance);
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [time.slice(0, 8), time.slice(8), hex.slice(0, 4), hex.slice(4, 8), hex.slice(8)].join('-');
}
