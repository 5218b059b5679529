import type { EntityManager } from 'typeorm';

import { after, HOUR_MS, type Now } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Message } from '../platform/outbox/message.js';
import type { Outbox, Place, Posting } from '../platform/outbox/outbox.js';
import type { Language } from '../platform/words/language.js';
import { Account } from './account.entity.js';
import { type Contact, maskContact } from './contact.js';
import { contactOf, type Identifiers, isContact } from './identifiers.js';
import type { Reporter, ReportLinks } from './report-links.js';

/** The words of one message in one language; where it goes is added by `Correspondence`. */
export type Letter = Omit<Message, 'channel' | 'to' | 'language'>;

export interface Addressed {
  readonly to: Contact;
  readonly language: Language;
  readonly accountId?: string;
  readonly secretId?: string;
  /** How long the message is worth sending. */
  readonly ttlMs: number;
  /** Made before the unit of work by whoever has to know the message afterwards. */
  readonly messageId?: string;
  readonly hold?: Hold;
}

/** A message that its cause may still take back. */
export interface Hold {
  readonly causeId: string;
  readonly notBefore: Date;
}

interface Needs {
  readonly outbox: Outbox;
  readonly identifiers: Identifiers;
  readonly reports: ReportLinks;
  readonly now: Now;
}

/** What the service writes to people. Every letter becomes an outbox row in the unit of work of its cause. */
export class Correspondence {
  constructor(
    private readonly needs: Needs,
    private readonly noticeMaxAgeH: number,
  ) {}

  async send(tx: EntityManager, letter: Letter, addressed: Addressed): Promise<void> {
    await this.needs.outbox.enqueue(tx, await this.#posting(tx, letter, addressed));
  }

  /** On record as not sent, and why. */
  async suppress(tx: EntityManager, letter: Letter, addressed: Addressed, reason: string): Promise<void> {
    await this.needs.outbox.suppress(tx, await this.#posting(tx, letter, addressed), reason);
  }

  /**
   * Something was done to the account: told to every proven contact and to those named besides, outside every budget,
   * each with a link to say that it was not them (R47). A notice outlives its link: the fact stays worth knowing.
   */
  async notify(
    tx: EntityManager,
    letter: Letter,
    account: Reporter,
    besides: readonly Contact[] = [],
  ): Promise<void> {
    const eventId = newId(this.needs.now());
    for (const to of await this.#everywhere(account.id, besides)) {
      const reportable = await this.needs.reports.into(tx, letter, to, { account, eventId });
      await this.#sendNotice(tx, reportable, to, account);
    }
  }

  /** As `notify`, where there is nothing to take back: no account was changed, or it has been made safe already. */
  async inform(
    tx: EntityManager,
    letter: Letter,
    account: Pick<Reporter, 'id' | 'locale'>,
    besides: readonly Contact[] = [],
  ): Promise<void> {
    for (const to of await this.#everywhere(account.id, besides))
      await this.#sendNotice(tx, letter, to, account);
  }

  async #everywhere(accountId: string, besides: readonly Contact[]): Promise<Iterable<Contact>> {
    const contacts = (await this.needs.identifiers.of(accountId)).filter(isContact);
    const proven = contacts.filter(({ verifiedAt }) => verifiedAt !== null).map(contactOf);
    return new Map([...proven, ...besides].map((contact) => [contact.key, contact])).values();
  }

  #sendNotice(
    tx: EntityManager,
    letter: Letter,
    to: Contact,
    { id: accountId, locale: language }: Pick<Reporter, 'id' | 'locale'>,
  ): Promise<void> {
    return this.send(tx, letter, { to, language, accountId, ttlMs: this.noticeMaxAgeH * HOUR_MS });
  }

  async #posting(tx: EntityManager, letter: Letter, addressed: Addressed): Promise<Posting> {
    const { to, language, accountId, secretId, ttlMs, messageId, hold } = addressed;
    return {
      id: messageId,
      message: { ...letter, channel: to.channel, to: to.value, language },
      mask: maskContact(to),
      accountId,
      place: accountId ? await placeOf(tx, accountId) : undefined,
      secretId,
      expiresAt: after(this.needs.now(), ttlMs),
      ...hold,
    };
  }
}

/** Province and regency of an address here: by them an office finds the messages of its region. */
async function placeOf(tx: EntityManager, accountId: string): Promise<Place | undefined> {
  const found = await tx.findOne(Account, {
    select: { id: true, regionCode: true },
    where: { id: accountId },
  });
  const [province, regency] = found?.regionCode.split('.') ?? [];
  return province && regency ? { provinceCode: province, regencyCode: `${province}.${regency}` } : undefined;
}
