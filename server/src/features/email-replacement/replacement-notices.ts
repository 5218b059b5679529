import { type EntityManager, In } from 'typeorm';

import type { Account } from '../../account/account.entity.js';
import { type Contact, maskEmail } from '../../account/contact.js';
import type { Correspondence, Letter } from '../../account/correspondence.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import { OneTimeSecret } from '../../account/one-time-secret.entity.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import { DAY_MS, HOUR_MS } from '../../platform/clock.js';
import { DeliveryAttempt } from '../../platform/outbox/delivery-attempt.entity.js';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import { replacementAsked } from './replacement-stop.messages.js';

interface Needs {
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly letters: Correspondence;
  readonly publicBaseUrl: string;
  readonly noticeMaxAgeH: number;
}

/** Longer than any case is open; it ends with the case. */
const STOP_LINK_D = 400;

/** One stop link for one contact. */
export type WithStopLink = (url: string, to: Contact) => Letter;

/** Word to every old channel of an account, each with a link of its own that ends the case; outside every budget (R52). */
export class ReplacementNotices {
  constructor(private readonly needs: Needs) {}

  async asked(tx: EntityManager, request: ReplacementRequest, account: Account): Promise<void> {
    const mask = maskEmail(request.newEmail);
    await this.toOldChannels(tx, request, account, (url) =>
      replacementAsked(url, { ticket: request.ticket, mask }, account.locale),
    );
  }

  /** Also to channels called dead: they are not dead because somebody says so. */
  async toOldChannels(
    tx: EntityManager,
    { id: subjectId }: ReplacementRequest,
    account: Account,
    letter: WithStopLink,
  ): Promise<void> {
    const { identifiers, secrets, letters, publicBaseUrl, noticeMaxAgeH } = this.needs;
    const proven = (await identifiers.of(account.id)).filter((one) => isContact(one) && one.verifiedAt);
    for (const to of proven.map(contactOf)) {
      const purpose = 'REPLACEMENT_STOP' as const;
      const bound = { purpose, subjectId, to, credentialVersion: 0, ttlMs: STOP_LINK_D * DAY_MS };
      const { id: secretId, token } = await secrets.issueLink(tx, bound);
      const ttlMs = noticeMaxAgeH * HOUR_MS;
      const addressed = { to, language: account.locale, accountId: account.id, secretId, ttlMs };
      await letters.send(tx, letter(`${publicBaseUrl}/hentikan#${token}`, to), addressed);
    }
  }

  /**
   * When the last of these notices was taken by its provider or failed for good; null while one is still under way.
   * The beginning of time where nobody was to be told.
   */
  async settledAt(rows: EntityManager, requestId: string): Promise<Date | null> {
    const links = { subjectId: requestId, purpose: 'REPLACEMENT_STOP' as const };
    const secrets = await rows.find(OneTimeSecret, { select: { id: true }, where: links });
    const notices = await rows.findBy(OutboxMessage, { secretId: In(secrets.map(({ id }) => id)) });
    if (notices.some(({ dueAt }) => dueAt !== null)) return null;
    const messageId = In(notices.map(({ id }) => id));
    const attempts = await rows.findBy(DeliveryAttempt, { messageId });
    const times = [...notices.map((one) => one.acceptedAt ?? one.createdAt), ...attempts.map(({ at }) => at)];
    return new Date(Math.max(0, ...times.map((time) => time.getTime())));
  }
}
