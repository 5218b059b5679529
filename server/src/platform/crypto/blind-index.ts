import type { KeyRing } from './key-ring.js';
import { keyedDigest } from './keyed-digest.js';

/**
 * Finds an encrypted value by its canonical form. Keyed, because every NIK there is could be hashed in minutes.
 * A unique key holds only among digests of one key: a rotation has to rewrite the column.
 */
export class BlindIndex {
  constructor(private readonly ring: KeyRing) {}

  /** What to store: under the newest key, at most 69 characters. */
  of(kind: string, value: string): string {
    return keyedDigest(this.ring.newest, `index:${kind}`, value);
  }

  /** What to look for while rows of older keys remain; newest first. */
  all(kind: string, value: string): string[] {
    return this.ring.all.map((key) => keyedDigest(key, `index:${kind}`, value));
  }
}
