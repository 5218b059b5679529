import { createHash } from 'node:crypto';
import { isIP } from 'node:net';

import { z } from 'zod';

import { after, MINUTE_MS, SECOND_MS } from '../clock.js';
import { Breaker, BreakerOpen } from '../http-client/breaker.js';
import { PostFailed, postForJson } from '../http-client/post-json.js';
import type { Altcha, AltchaNeeds } from './altcha.js';
import { readAltchaAnswer } from './altcha-answer.js';
import type { Captcha, CaptchaPurpose, Challenge } from './captcha.js';
import { spendOnce } from './used-captchas.js';

export interface RemoteAccount {
  readonly siteKey: string;
  readonly secretKey: string;
  /** Sites whose answers count: the host of PUBLIC_BASE_URL and those of partner sites. */
  readonly hostnames: readonly string[];
  /** Another address than the provider's own: a proxy, or a stand-in. */
  readonly endpoint?: string;
  /** reCAPTCHA: scores below are refused; 0 to 1. */
  readonly minScore?: number;
  readonly timeoutMs?: number;
  /** Told a code such as `TIMED_OUT` whenever the provider could not be asked. */
  readonly report?: (trouble: string) => void;
}

const spoken = z.object({
  success: z.boolean(),
  hostname: z.string().nullish(),
  action: z.string().nullish(),
  score: z.number().nullish(),
  'error-codes': z.array(z.string()).nullish(),
});
export type Siteverified = z.infer<typeof spoken>;

/** What distinguishes one provider from the next; the rest of "siteverify" they share. */
export interface Siteverify {
  readonly provider: string;
  readonly endpoint: string;
  /** Form fields beside `secret`, `response` and `remoteip`. */
  readonly extra?: (account: RemoteAccount) => Record<string, string>;
  /** Whether a successful answer was made here and for this purpose. */
  readonly isOurs: (said: Siteverified, purpose: CaptchaPurpose, account: RemoteAccount) => boolean;
}

// Their failure or our wrong secret; every other code speaks about the answer itself, which anybody can spoil.
const NOT_THE_ANSWERS_FAULT = new Set(['internal-error', 'missing-input-secret', 'invalid-input-secret']);
// What providers' answers are made of. Anything else could make them refuse us instead of the answer (414, 403).
const PLAUSIBLE = /^[\w.+/=-]{1,8192}$/;

class NotAsked extends Error {
  constructor(readonly trouble: string) {
    super(`The captcha provider gave no verdict: ${trouble}`);
  }
}

/**
 * A provider's captcha while it can be reached, ALTCHA while it cannot, never none. An ALTCHA answer is taken at
 * any time: only we sign challenges, and only while the provider is away, perhaps in another process than this.
 */
export class RemoteCaptcha implements Captcha {
  readonly #breaker: Breaker;

  constructor(
    private readonly provider: Siteverify,
    private readonly account: RemoteAccount,
    private readonly local: Altcha,
    private readonly needs: AltchaNeeds,
  ) {
    if (account.hostnames.length === 0) throw new Error('A remote captcha needs the sites it stands on.');
    this.#breaker = new Breaker(needs.now, { failures: 3, coolMs: 30 * SECOND_MS });
  }

  async challenge(purpose: CaptchaPurpose): Promise<Challenge> {
    if (this.#breaker.isOpen) return this.local.challenge(purpose);
    const { siteKey } = this.account;
    return { provider: this.provider.provider, siteKey, challenge: null, expiresAt: null };
  }

  async verify(purpose: CaptchaPurpose, answer: string | undefined, source: string): Promise<boolean> {
    if (typeof answer !== 'string' || !PLAUSIBLE.test(answer)) return false;
    if (readAltchaAnswer(answer)) return this.local.verify(purpose, answer);
    const said = await this.#said(answer, source);
    if (!said?.success || !this.provider.isOurs(said, purpose, this.account)) return false;
    const digest = createHash('sha256').update(`${this.provider.provider} ${answer}`).digest('hex');
    // The providers' own answers live two to five minutes, less than ours.
    return spendOnce(this.needs.db, digest, after(this.needs.now(), this.needs.ttlMin * MINUTE_MS));
  }

  /** Undefined when the provider could not be asked: the person gets an ALTCHA challenge next. */
  async #said(answer: string, source: string): Promise<Siteverified | undefined> {
    try {
      return await this.#breaker.run(() => this.#ask(answer, source));
    } catch (error) {
      this.account.report?.(troubleOf(error));
      return undefined;
    }
  }

  async #ask(answer: string, source: string): Promise<Siteverified> {
    const { account, provider } = this;
    const body = new URLSearchParams({
      secret: account.secretKey,
      response: answer,
      ...(isIP(source) ? { remoteip: source } : {}),
      ...provider.extra?.(account),
    });
    const reply = await postForJson({
      url: account.endpoint ?? provider.endpoint,
      type: 'application/x-www-form-urlencoded',
      body: body.toString(),
      timeoutMs: account.timeoutMs ?? 3 * SECOND_MS,
      maxBytes: 16 * 1024,
    });
    if (reply.status === 400 || reply.status === 422) return { success: false };
    if (reply.status !== 200) throw new NotAsked(`HTTP_${reply.status}`);
    const { data } = spoken.safeParse(reply.body);
    if (!data) throw new NotAsked('UNREADABLE');
    const fault = data['error-codes']?.find((code) => NOT_THE_ANSWERS_FAULT.has(code));
    if (fault) throw new NotAsked(fault);
    return data;
  }
}

function troubleOf(error: unknown): string {
  if (error instanceof PostFailed || error instanceof NotAsked) return error.trouble;
  return error instanceof BreakerOpen ? 'BREAKER_OPEN' : 'UNFORESEEN';
}
