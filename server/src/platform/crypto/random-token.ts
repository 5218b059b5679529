import { randomBytes, randomInt } from 'node:crypto';

/** For links and sessions; base64url, so it needs no escaping. 32 bytes are 43 characters. */
export function newToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** For typing by hand; every digit is equally likely, also a leading zero (R11). */
export function newCode(digits: number): string {
  return Array.from({ length: digits }, () => randomInt(10)).join('');
}
