import { type EntityManager, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';

import type { Audit } from '../platform/audit/audit.js';
import { after, MINUTE_MS, type Now } from '../platform/clock.js';
import { skipLocked } from '../platform/database/dialect.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { within } from '../platform/trace/origin.js';
import { Account } from './account.entity.js';
import type { Contact } from './contact.js';
import { OneTimeSecret } from './one-time-secret.entity.js';
import type { RecoveryChannels } from './recovery-channels.js';
import type { SendBudgets, SendPurpose } from './send-budgets.js';

/** What is sent by email instead; a secret inside it is a new one, beside the first. */
export interface FallBack {
  readonly purpose: SendPurpose;
  readonly send: (tx: EntityManager, account: Account, to: Contact) => Promise<void>;
}

interface Needs {
  readonly db: Database;
  readonly channels: RecoveryChannels;
  readonly sends: SendBudgets;
  readonly audit: Audit;
  readonly now: Now;
}

/**
 * WhatsApp took a message and nobody has seen it arrive: it is sent once more, by email, if the account has a proven one
 * (security.md 5.4). Never the other way round, since WhatsApp costs money. Codes that prove a number are not for email.
 */
export class FallBacks {
  readonly #ways = new Map<string, FallBack>();

  constructor(private readonly needs: Needs) {}

  on(kind: string, way: FallBack): void {
    this.#ways.set(kind, way);
  }

  /** Looks after one message that is late; true while there may be more. One that fails waits and lets the others pass. */
  async next(report: (kind: string, error: unknown) => void): Promise<boolean> {
    const { db, now } = this.needs;
    let taken: OutboxMessage | null = null;
    try {
      return await db.transact(async (tx) => {
        const fallBackAt = LessThanOrEqual(now());
        const order = { fallBackAt: 'ASC', id: 'ASC' } as const;
        taken = await tx.findOne(OutboxMessage, { where: { fallBackAt }, order, lock: skipLocked(tx) });
        const late = taken;
        if (late) await within(late, () => this.#settle(tx, late));
        return taken !== null;
      });
    } catch (error) {
      if (!taken) throw error;
      const { id, kind } = taken as OutboxMessage;
      report(kind, error);
      const again = { fallBackAt: after(now(), MINUTE_MS) };
      await db.transact((tx) => transition(tx, OutboxMessage, { id, fallBackAt: Not(IsNull()) }, again));
      return true;
    }
  }

  /** Once: whatever is decided now, nobody comes back to this message. */
  async #settle(tx: EntityManager, message: OutboxMessage): Promise<void> {
    const { id, kind, status, accountId } = message;
    const mine = await transition(tx, OutboxMessage, { id, fallBackAt: Not(IsNull()) }, { fallBackAt: null });
    const way = this.#ways.get(kind);
    const late = status === 'ACCEPTED' && message.expiresAt > this.needs.now();
    if (!mine || !way || !late || !accountId) return;
    const account = await tx.findOneBy(Account, { id: accountId });
    const to = account && (await this.#email(tx, account, message));
    if (to) await this.#send(tx, message, way, { account, to });
  }

  async #send(
    tx: EntityManager,
    { id, kind }: OutboxMessage,
    way: FallBack,
    { account, to }: { account: Account; to: Contact },
  ): Promise<void> {
    const { sends, audit } = this.needs;
    const refused = await sends.takeFor(tx, way.purpose, to, account.id);
    if (!refused) {
      await way.send(tx, account, to);
      await tx.update(OutboxMessage, { id }, { reason: 'FELL_BACK' });
    }
    await audit.record(tx, {
      event: 'MESSAGE_FELL_BACK',
      actorKind: 'SYSTEM',
      result: refused ? 'refused' : 'ok',
      reasonCode: refused ? 'BUDGET' : kind,
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
    });
  }

  /** Null: no proven email that may be used now, or what the message carried is no longer good, or the email has one already. */
  async #email(tx: EntityManager, account: Account, { secretId }: OutboxMessage): Promise<Contact | null> {
    const to = await this.needs.channels.chosen(account, 'EMAIL');
    if (to?.channel !== 'EMAIL' || !secretId) return to?.channel === 'EMAIL' ? to : null;
    const open = { subjectId: account.id, status: 'ISSUED' as const, expiresAt: MoreThan(this.needs.now()) };
    const { credentialVersion } = account;
    const secret = await tx.findOneBy(OneTimeSecret, { id: secretId, credentialVersion, ...open });
    if (!secret) return null;
    const beside = { purpose: secret.purpose, destinationKey: to.key, ...open };
    return (await tx.existsBy(OneTimeSecret, beside)) ? null : to;
  }
}
