import type { SecretHash } from '../platform/crypto/secret-hash.js';
import type { SecretPurpose } from './one-time-secret.entity.js';

/** A code as a person types or pastes it: full-width digits and any spaces or hyphens between them are welcome. */
export const readCode = (raw: string): string =>
  raw.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff-]/g, '');

/** With the row's id, since a million values repeat. */
export const codeHash = (hash: SecretHash, id: string, purpose: SecretPurpose, code: string): string =>
  hash.of(purpose, `${id}:${code}`);

/** Takes the same time wherever the two differ. */
export const isCode = (
  hash: SecretHash,
  row: { id: string; hash: string; purpose: SecretPurpose },
  code: string,
): boolean => hash.matches(row.purpose, `${row.id}:${code}`, row.hash);
