import { createHmac } from 'node:crypto';

import type { Key } from './key-ring.js';

/** HMAC-SHA256 in hex. `label` keeps the uses of one key apart; a constant of the program, without NUL. */
export function hmac({ secret }: Key, label: string, value: string): string {
  return createHmac('sha256', secret).update(`${label}\0${value}`).digest('hex');
}

/** `<key id>.<64 hex digits>`, at most 69 characters. */
export const keyedDigest = (key: Key, label: string, value: string): string =>
  `${key.id}.${hmac(key, label, value)}`;
