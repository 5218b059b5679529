import { timingSafeEqual } from 'node:crypto';

import type { KeyRing } from './key-ring.js';
import { keyedDigest } from './keyed-digest.js';

/** Keyed, so that a copy of the database alone cannot be searched for short codes (R16). */
export class SecretHash {
  constructor(private readonly ring: KeyRing) {}

  /** What to store: under the newest key, at most 69 characters. */
  of(purpose: string, value: string): string {
    return keyedDigest(this.ring.newest, `secret:${purpose}`, value);
  }

  /** What to look for while secrets of older keys are open; newest first. */
  all(purpose: string, value: string): string[] {
    return this.ring.all.map((key) => keyedDigest(key, `secret:${purpose}`, value));
  }

  /** Takes the same time wherever the two differ. */
  matches(purpose: string, value: string, stored: string): boolean {
    const key = this.ring.get(Number.parseInt(stored, 10));
    if (!key) return false;
    const [given, kept] = [keyedDigest(key, `secret:${purpose}`, value), stored].map((text) =>
      Buffer.from(text),
    );
    return given !== undefined && kept?.length === given.length && timingSafeEqual(given, kept);
  }
}
