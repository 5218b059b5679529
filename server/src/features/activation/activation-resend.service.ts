import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { ActivationSecrets } from '../../account/activation-secrets.js';
import type { Caller } from '../../account/caller.js';
import { type Channel, type Contact, readIdentifier } from '../../account/contact.js';
import type { Correspondence } from '../../account/correspondence.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { DAY_MS } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { DeferredRequests } from '../../platform/jobs/deferred-requests.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import { valueIn } from '../../platform/words/fault.js';
import type { ResendActivationInput } from './activation.input.js';
import { alreadyActive } from './activation.messages.js';
import { ActivationRequested, type ResendActivationResult } from './activation.result.js';

interface Needs {
  readonly db: Database;
  readonly captcha: Captcha;
  readonly sends: SendBudgets;
  readonly requests: DeferredRequests;
  readonly identifiers: Identifiers;
  readonly activation: ActivationSecrets;
  readonly letters: Correspondence;
  readonly outbox: Outbox;
  readonly publicBaseUrl: string;
}

export interface Asked {
  readonly key: string;
  readonly channel: Channel | null;
}

export const RESEND_ACTIVATION = 'RESEND_ACTIVATION';

/** The asker's answer and its time depend on nothing that is looked up: the worker looks (R33). */
export class ActivationResendService {
  constructor(private readonly needs: Needs) {}

  async request(input: ResendActivationInput, caller: Caller): Promise<ResendActivationResult> {
    const { db, captcha, sends, requests, outbox } = this.needs;
    const { key } = valueIn(readIdentifier(input.identifier));
    await outbox.assertRoom();
    const solved = await captcha.verify(
      CaptchaPurpose.RESEND_ACTIVATION,
      input.captcha ?? undefined,
      caller.source,
    );
    if (!solved) return new CaptchaRejected();
    const retryAt = await sends.takeForAsked('ACTIVATION', key, caller.source);
    if (retryAt) return new TooManyRequests(retryAt);
    const asked: Asked = { key, channel: input.channel ?? null };
    await db.transact((tx) => requests.defer(tx, RESEND_ACTIVATION, asked));
    return new ActivationRequested(sends.resendAvailableAt());
  }

  /** A time: the pause since the last message is not over, look again then. */
  async answer(tx: EntityManager, { key, channel }: Asked): Promise<Date | undefined> {
    const { identifiers, activation } = this.needs;
    const id = await identifiers.meantBy(key);
    const account = id && (await tx.findOneBy(Account, { id }));
    if (!account) return undefined;
    const to = await this.#chosen(account, key, channel);
    if (!to) return undefined;
    const username = await identifiers.usernameOf(account.id);
    if (account.status === AccountStatus.ACTIVE) return this.#sayActive(tx, account, username, to);
    if (account.status !== AccountStatus.AWAITING_ACTIVATION) return undefined;
    const waiting = { ...account, username };
    const owned = await identifiers.ownedElsewhere(to, account.id);
    const retryAt = owned
      ? await activation.tellOwnerAsked(tx, waiting, owned)
      : await activation.sendAsked(tx, waiting, to);
    return retryAt ?? undefined;
  }

  /** The channel asked for, else the contact that was typed, else the one already proven. */
  async #chosen({ id }: Account, key: string, channel: Channel | null): Promise<Contact | undefined> {
    const contacts = (await this.needs.identifiers.of(id)).filter(isContact);
    const wanted = channel
      ? contacts.find((one) => contactOf(one).channel === channel)
      : (contacts.find(({ contactKey }) => contactKey === key) ??
        contacts.find(({ verifiedAt }) => verifiedAt !== null));
    return wanted && contactOf(wanted);
  }

  async #sayActive(tx: EntityManager, account: Account, username: string, to: Contact): Promise<undefined> {
    const { sends, letters, publicBaseUrl } = this.needs;
    const retryAt = await sends.takeFor(tx, 'ACTIVATION', to, account.id);
    if (retryAt) return; // told a moment ago
    const letter = alreadyActive(username, publicBaseUrl, account.locale);
    await letters.send(tx, letter, { to, language: account.locale, accountId: account.id, ttlMs: DAY_MS });
  }
}
