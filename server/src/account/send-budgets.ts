import type { EntityManager } from 'typeorm';

import type { AttemptBudgets, Counted } from '../platform/budget/attempt-budgets.js';
import type { Budget } from '../platform/budget/budget.js';
import { after, type Now } from '../platform/clock.js';
import type { Contact } from './contact.js';
import type { SecretPurpose } from './one-time-secret.entity.js';

/** What a message carries, as far as pauses go: a secret, or what somebody forgot. */
export type SendPurpose = SecretPurpose | 'ACCOUNT_REMINDER';

export interface SendLimits {
  readonly perDestination: readonly Budget[];
  readonly perAccount: readonly Budget[];
  readonly perSource: readonly Budget[];
  /** WhatsApp messages in total: each costs money. */
  readonly paid: readonly Budget[];
}

/**
 * How many codes and links may leave, whoever asks for them (R21). A window of one is a pause between two messages of
 * one purpose; larger windows count an address over all purposes. Security notices are not counted (R47).
 */
export class SendBudgets {
  readonly #pause: readonly Budget[];
  readonly #destination: readonly Budget[];

  constructor(
    private readonly budgets: AttemptBudgets,
    private readonly limits: SendLimits,
    private readonly now: Now,
  ) {
    this.#pause = limits.perDestination.filter(({ count }) => count === 1);
    this.#destination = limits.perDestination.filter(({ count }) => count > 1);
  }

  /** A message to an address the caller typed: counted alike whether or not anybody owns it. Null, or when to come back. */
  takeForTyped(purpose: SendPurpose, contact: Contact, source: string): Promise<Date | null> {
    return this.budgets.take(...this.#to(purpose, contact), this.#from(source));
  }

  /** A request by identifier, before anything is looked up: the same for known and unknown ones. */
  takeForAsked(purpose: SendPurpose, identifierKey: string, source: string): Promise<Date | null> {
    const asked = { name: `ASKED:${purpose}`, subject: identifierKey, budgets: this.limits.perDestination };
    return this.budgets.take(asked, this.#from(source));
  }

  /** A message about to be queued for an account's contact; refused ones are suppressed or put off by the caller. */
  takeFor(
    tx: EntityManager,
    purpose: SendPurpose,
    contact: Contact,
    accountId: string,
  ): Promise<Date | null> {
    return this.budgets.takeWithin(tx, ...this.#to(purpose, contact), this.#ofAccount(accountId));
  }

  /** The message that an acknowledged step owes: counted, never refused. */
  record(tx: EntityManager, purpose: SendPurpose, contact: Contact, accountId: string): Promise<void> {
    return this.budgets.record(tx, ...this.#to(purpose, contact), this.#ofAccount(accountId));
  }

  /** Whether `retryAt` is the end of a pause, worth waiting for, rather than of an hour or a day. */
  isPause(retryAt: Date): boolean {
    return retryAt <= this.resendAvailableAt();
  }

  /** Milliseconds from now to `retryAt`. */
  msUntil(retryAt: Date): number {
    return Math.max(0, retryAt.getTime() - this.now().getTime());
  }

  /** When another one may be sent, after one sent then. */
  resendAvailableAt(sentAt = this.now()): Date {
    const longest = Math.max(0, ...this.#pause.map(({ windowMs }) => windowMs));
    return after(sentAt, longest);
  }

  #to(purpose: SendPurpose, { channel, key }: Contact): Counted[] {
    const counted = [
      { name: `SENT:${purpose}`, subject: key, budgets: this.#pause },
      { name: 'SENT_TO', subject: key, budgets: this.#destination },
    ];
    return channel === 'WHATSAPP'
      ? [...counted, { name: 'PAID', subject: 'all', budgets: this.limits.paid }]
      : counted;
  }

  #ofAccount(accountId: string): Counted {
    return { name: 'SENT_FOR', subject: accountId, budgets: this.limits.perAccount };
  }

  #from(source: string): Counted {
    return { name: 'SENT_FROM', subject: source, budgets: this.limits.perSource };
  }
}
