import { Secret, TOTP } from 'otpauth';

/** Seconds a code stands on the display; the authenticator apps know no other (RFC 6238). */
export const STEP_S = 30;
const SEED_BYTES = 20;

/** A new seed in base32, as authenticator apps take it by hand. */
export const newSeed = (): string => new Secret({ size: SEED_BYTES }).base32;

/** What the QR code shows. */
export const otpauthUri = (seed: string, username: string): string => totpOf(seed, username).toString();

/** The time step whose code this is, at most `window` steps from `now`; null for a wrong code. */
export function stepOf(seed: string, code: string, now: Date, window: number): number | null {
  const delta = totpOf(seed).validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_S) + delta;
}

/** The code of this moment, for whoever holds the seed. */
export const codeAt = (seed: string, now: Date): string =>
  totpOf(seed).generate({ timestamp: now.getTime() });

const totpOf = (seed: string, label = 'agent') =>
  new TOTP({ issuer: 'Akun OSS', label, period: STEP_S, digits: 6, secret: Secret.fromBase32(seed) });
