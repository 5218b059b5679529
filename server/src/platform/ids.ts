import { drawnBytes } from './crypto/drawn-bytes.js';

const ID_BYTES = 16;

/** UUIDv7 (RFC 9562): ordered by `now` to the millisecond, random below it. */
export function newId(now: Date): string {
  const bytes = drawnBytes(ID_BYTES);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The moment an id was made, to the millisecond. */
export function timeOf(id: string): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text somebody sent can be an id of ours at all. */
export const isId = (text: string): boolean => ID.test(text);

/** Below every id made at `time` or later, above every earlier one: a bound in time for rows that are ordered by id. */
export function firstIdAt(time: Date): string {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
