import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { AccountStatus } from '../../account/account-status.js';
import type { Caller } from '../../account/caller.js';
import type { Channel, Contact } from '../../account/contact.js';
import type { Addressed, Correspondence, Letter } from '../../account/correspondence.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { RecoveryChannels } from '../../account/recovery-channels.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { HOUR_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { DeferredRequests } from '../../platform/jobs/deferred-requests.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import type { SendAccountReminderInput } from './forgotten-account.input.js';
import { accountReminder } from './forgotten-account.messages.js';
import { AccountReminderRequested, type SendAccountReminderResult } from './forgotten-account.result.js';
import type { LookupIds } from './lookup-ids.js';

interface Needs {
  readonly db: Database;
  readonly sends: SendBudgets;
  readonly requests: DeferredRequests;
  readonly identifiers: Identifiers;
  readonly channels: RecoveryChannels;
  readonly letters: Correspondence;
  readonly outbox: Outbox;
  readonly lookups: LookupIds;
  readonly now: Now;
  readonly publicBaseUrl: string;
}

export interface Reminder {
  readonly lookupId: string;
  readonly channel: Channel;
  /** When it was asked for: the worker may come later than the id is good. */
  readonly at: string;
}

export const REMIND_OF_ACCOUNT = 'REMIND_OF_ACCOUNT';

/** The full username, which goes to a proven contact of the account and to nobody's screen (R48). */
export class AccountReminderService {
  constructor(private readonly needs: Needs) {}

  async request(
    { lookupId, channel }: SendAccountReminderInput,
    { source }: Caller,
  ): Promise<SendAccountReminderResult> {
    const { db, sends, requests, outbox, now } = this.needs;
    await outbox.assertRoom();
    const retryAt = await sends.takeForAsked('ACCOUNT_REMINDER', lookupId, source);
    if (retryAt) return new TooManyRequests(retryAt);
    const asked: Reminder = { lookupId, channel, at: now().toISOString() };
    await db.transact((tx) => requests.defer(tx, REMIND_OF_ACCOUNT, asked));
    return new AccountReminderRequested();
  }

  /** A time: the pause since the last reminder is not over, look again then. */
  async answer(tx: EntityManager, { lookupId, channel, at }: Reminder): Promise<Date | undefined> {
    const { lookups, channels, sends } = this.needs;
    const id = lookups.accountAt(lookupId, new Date(at));
    const account = id && (await tx.findOneBy(Account, { id }));
    if (!account || account.status === AccountStatus.CLOSED) return undefined;
    const to = await channels.chosen(account, channel);
    if (!to) return undefined;
    const retryAt = await sends.takeFor(tx, 'ACCOUNT_REMINDER', to, account.id);
    if (retryAt && sends.isPause(retryAt)) return retryAt;
    if (retryAt) await this.#suppress(tx, account, to);
    else await this.send(tx, account, to);
    return undefined;
  }

  async send(tx: EntityManager, account: Account, to: Contact): Promise<void> {
    await this.needs.letters.send(tx, await this.#letter(account), addressed(account, to));
  }

  async #suppress(tx: EntityManager, account: Account, to: Contact): Promise<void> {
    await this.needs.letters.suppress(tx, await this.#letter(account), addressed(account, to), 'BUDGET');
  }

  async #letter({ id, locale }: Account): Promise<Letter> {
    const { identifiers, publicBaseUrl } = this.needs;
    return accountReminder(await identifiers.usernameOf(id), publicBaseUrl, locale);
  }
}

const addressed = ({ id: accountId, locale: language }: Account, to: Contact): Addressed => ({
  to,
  language,
  accountId,
  ttlMs: HOUR_MS,
});
