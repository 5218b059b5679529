import { randomInt } from 'node:crypto';

import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

import { after, MINUTE_MS, type Now } from '../clock.js';
import type { Key, KeyRing } from '../crypto/key-ring.js';
import { hmac } from '../crypto/keyed-digest.js';
import type { Database } from '../database/transact.js';
import { type AltchaAnswer, readAltchaAnswer } from './altcha-answer.js';
import type { Captcha, CaptchaPurpose, Challenge } from './captcha.js';
import { spendOnce } from './used-captchas.js';

/** The solver tries every number up to a secret one between `least` and `most`, each costing `cost` PBKDF2 rounds. */
export interface Work {
  readonly cost: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Four million rounds on average: about a second for a phone's four workers, about a second for one core of a
 * server. We pay one try (half a millisecond) to make it and two HMACs to check it.
 */
export const PHONE_SECOND: Work = { cost: 1000, least: 2000, most: 6000 };

export interface AltchaNeeds {
  readonly db: Database;
  readonly now: Now;
  /** CAPTCHA_TTL_MIN */
  readonly ttlMin: number;
  /** The newest signs, all are accepted. */
  readonly keys: KeyRing;
  readonly work?: Work;
}

/** Proof of work, signed by us: no third party, nothing to see or hear, nothing to remember until it is solved. */
export class Altcha implements Captcha {
  readonly #secrets: readonly Secrets[];

  constructor(private readonly needs: AltchaNeeds) {
    this.#secrets = needs.keys.all.map(secretsFrom);
  }

  async challenge(purpose: CaptchaPurpose): Promise<Challenge> {
    const expiresAt = after(this.needs.now(), this.needs.ttlMin * MINUTE_MS);
    const { cost, least, most } = this.needs.work ?? PHONE_SECOND;
    const { parameters, signature } = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost,
      counter: randomInt(least, most + 1),
      deriveKey,
      data: { purpose, until: expiresAt.getTime() },
      ...secretsFrom(this.needs.keys.newest),
    });
    // Added after signing: it tells the widget when to begin anew. The library would hold it against the
    // machine's clock, so the signed `until` is what we go by.
    const hint = { ...parameters, expiresAt: Math.floor(expiresAt.getTime() / 1000) };
    const challenge = JSON.stringify({ parameters: hint, signature });
    return { provider: 'altcha', siteKey: null, challenge, expiresAt };
  }

  async verify(purpose: CaptchaPurpose, answer: string | undefined): Promise<boolean> {
    const read = readAltchaAnswer(answer);
    if (!read) return false;
    const { data } = read.challenge.parameters;
    if (data.purpose !== purpose || data.until <= this.needs.now().getTime()) return false;
    if (!(await this.#isSolved(read))) return false;
    return spendOnce(this.needs.db, read.challenge.signature, new Date(data.until));
  }

  async #isSolved({ challenge, solution }: AltchaAnswer): Promise<boolean> {
    const { expiresAt: _hint, ...parameters } = challenge.parameters;
    const signed = { parameters, signature: challenge.signature };
    for (const secrets of this.#secrets) {
      const { verified } = await verifySolution({ challenge: signed, solution, deriveKey, ...secrets });
      if (verified) return true;
    }
    return false;
  }
}

interface Secrets {
  readonly hmacSignatureSecret: string;
  readonly hmacKeySignatureSecret: string;
}

const secretsFrom = (key: Key): Secrets => ({
  hmacSignatureSecret: hmac(key, 'captcha', 'challenge'),
  hmacKeySignatureSecret: hmac(key, 'captcha', 'solution'),
});
