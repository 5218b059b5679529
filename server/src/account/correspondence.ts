import type { EntityManager } from 'typeorm';

import { after, HOUR_MS, type Now } from '../platform/clock.js';
import type { Message } from '../platform/outbox/message.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import type { Language } from '../platform/words/language.js';
import { type Contact, maskContact } from './contact.js';
import { contactOf, type Identifiers, isContact } from './identifiers.js';

/** The words of one message in one language; where it goes is added by `Correspondence`. */
export type Letter = Omit<Message, 'channel' | 'to' | 'language'>;

export interface Addressed {
  readonly to: Contact;
  readonly language: Language;
  readonly accountId?: string;
  readonly secretId?: string;
  /** How long the message is worth sending. */
  readonly ttlMs: number;
}

/** What the service writes to people. Every letter becomes an outbox row in the unit of work of its cause. */
export class Correspondence {
  constructor(
    private readonly outbox: Outbox,
    private readonly identifiers: Identifiers,
    private readonly now: Now,
    private readonly noticeMaxAgeH: number,
  ) {}

  async send(tx: EntityManager, letter: Letter, addressed: Addressed): Promise<void> {
    await this.outbox.enqueue(tx, this.#posting(letter, addressed));
  }

  /** On record as not sent, and why. */
  async suppress(tx: EntityManager, letter: Letter, addressed: Addressed, reason: string): Promise<void> {
    await this.outbox.suppress(tx, this.#posting(letter, addressed), reason);
  }

  /** A security notice: to every proven contact and to those named besides, outside every budget (R47). */
  async notify(
    tx: EntityManager,
    letter: Letter,
    account: { id: string; locale: Language },
    besides: readonly Contact[] = [],
  ): Promise<void> {
    const proven = (await this.identifiers.of(account.id)).filter(
      (one) => isContact(one) && one.verifiedAt !== null,
    );
    const contacts = new Map([...proven.map(contactOf), ...besides].map((contact) => [contact.key, contact]));
    for (const to of contacts.values()) {
      const ttlMs = this.noticeMaxAgeH * HOUR_MS;
      await this.send(tx, letter, { to, language: account.locale, accountId: account.id, ttlMs });
    }
  }

  #posting(letter: Letter, { to, language, accountId, secretId, ttlMs }: Addressed) {
    return {
      message: { ...letter, channel: to.channel, to: to.value, language },
      mask: maskContact(to),
      accountId,
      secretId,
      expiresAt: after(this.now(), ttlMs),
    };
  }
}
