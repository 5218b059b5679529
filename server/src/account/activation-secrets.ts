import type { EntityManager } from 'typeorm';

import { DAY_MS, HOUR_MS, MINUTE_MS } from '../platform/clock.js';
import type { Language } from '../platform/words/language.js';
import type { Account } from './account.entity.js';
import { activationCode, activationLink } from './activation.messages.js';
import type { Contact } from './contact.js';
import { contactHasAccount } from './contact-taken.messages.js';
import type { Correspondence, Letter } from './correspondence.js';
import type { OneTimeSecrets } from './one-time-secrets.js';
import type { SendBudgets } from './send-budgets.js';

export interface ActivationLimits {
  readonly publicBaseUrl: string;
  readonly linkTtlH: number;
  readonly codeTtlMin: number;
}

interface Needs {
  readonly secrets: OneTimeSecrets;
  readonly letters: Correspondence;
  readonly sends: SendBudgets;
}

type Waiting = Pick<Account, 'id' | 'credentialVersion' | 'locale'> & { readonly username: string };

/** What opens a new account: a link to an email, a code to a WhatsApp number. Authentication templates carry no link. */
export class ActivationSecrets {
  constructor(
    private readonly needs: Needs,
    private readonly limits: ActivationLimits,
  ) {}

  /** How long the link stays good, ms. */
  get linkTtlMs(): number {
    return this.limits.linkTtlH * HOUR_MS;
  }

  /** Owed by an acknowledged step: counted against the budgets, never refused. */
  async sendOwed(tx: EntityManager, account: Waiting, to: Contact): Promise<void> {
    await this.needs.sends.record(tx, 'ACTIVATION', to, account.id);
    await this.#send(tx, account, to);
  }

  /** Asked for: null when queued; a time when to try again; suppressed and on record when the day's budget is gone. */
  async sendAsked(tx: EntityManager, account: Waiting, to: Contact): Promise<Date | null> {
    const retryAt = await this.sendNow(tx, account, to);
    if (!retryAt || this.needs.sends.isPause(retryAt)) return retryAt;
    const { letter } = this.#letter(account, '', to, account.locale);
    const untilThen = this.needs.sends.msUntil(retryAt);
    const addressed = { to, language: account.locale, accountId: account.id, ttlMs: untilThen };
    await this.needs.letters.suppress(tx, letter, addressed, 'BUDGET');
    return null;
  }

  /** Asked for by somebody who is told the truth: null when queued; else nothing was done, and when to ask again. */
  async sendNow(tx: EntityManager, account: Waiting, to: Contact, messageId?: string): Promise<Date | null> {
    const retryAt = await this.needs.sends.takeFor(tx, 'ACTIVATION', to, account.id);
    if (retryAt) return retryAt;
    // The earlier secret of this contact dies; another contact's stays, so that one resend does not spoil the other.
    await this.needs.secrets.end(tx, 'SUPERSEDED', {
      subjectId: account.id,
      purpose: 'ACTIVATION',
      destinationKey: to.key,
    });
    await this.#send(tx, account, to, messageId);
    return null;
  }

  /** Beside the code that seems not to have arrived; whichever is used first ends the other. */
  async sendInstead(tx: EntityManager, account: Waiting, to: Contact): Promise<void> {
    await this.#send(tx, account, to);
  }

  /** As `sendOwed`, where another account has proven the contact: its owner gets word, the asker learns nothing. */
  async tellOwnerOwed(tx: EntityManager, account: Waiting, to: Contact): Promise<void> {
    await this.needs.sends.record(tx, 'ACTIVATION', to, account.id);
    await this.#tellOwner(tx, account, to);
  }

  /** As `sendAsked`, in the same case. */
  async tellOwnerAsked(tx: EntityManager, account: Waiting, to: Contact): Promise<Date | null> {
    const { sends } = this.needs;
    const retryAt = await sends.takeFor(tx, 'ACTIVATION', to, account.id);
    if (retryAt) return sends.isPause(retryAt) ? retryAt : null;
    await this.#tellOwner(tx, account, to);
    return null;
  }

  async #tellOwner(tx: EntityManager, { locale: language }: Waiting, to: Contact): Promise<void> {
    const letter = contactHasAccount(this.limits.publicBaseUrl, language);
    await this.needs.letters.send(tx, letter, { to, language, ttlMs: DAY_MS });
  }

  async #send(tx: EntityManager, account: Waiting, to: Contact, messageId?: string): Promise<void> {
    const ttlMs = to.channel === 'EMAIL' ? this.linkTtlMs : this.limits.codeTtlMin * MINUTE_MS;
    const { id: subjectId, credentialVersion, locale: language } = account;
    const binding = { purpose: 'ACTIVATION' as const, subjectId, credentialVersion, to, ttlMs };
    const issued =
      to.channel === 'EMAIL'
        ? await this.needs.secrets.issueLink(tx, binding)
        : await this.needs.secrets.issueCode(tx, binding);
    const { letter } = this.#letter(account, 'token' in issued ? issued.token : issued.code, to, language);
    await this.needs.letters.send(tx, letter, {
      to,
      language,
      accountId: subjectId,
      secretId: issued.id,
      ttlMs,
      messageId,
    });
  }

  #letter(
    account: Waiting,
    secret: string,
    to: Contact,
    language: Language,
  ): { letter: Letter; ttlMs: number } {
    const { publicBaseUrl, linkTtlH, codeTtlMin } = this.limits;
    return to.channel === 'EMAIL'
      ? {
          letter: activationLink(`${publicBaseUrl}/aktivasi#${secret}`, account.username, linkTtlH, language),
          ttlMs: this.linkTtlMs,
        }
      : { letter: activationCode(secret, codeTtlMin, language), ttlMs: codeTtlMin * MINUTE_MS };
  }
}
