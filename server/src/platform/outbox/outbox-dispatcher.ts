import { randomUUID } from 'node:crypto';

import { type EntityManager, In, LessThanOrEqual } from 'typeorm';

import { after, type Now, SECOND_MS } from '../clock.js';
import type { Seal } from '../crypto/seal.js';
import { skipLocked } from '../database/dialect.js';
import type { Database } from '../database/transact.js';
import { transition } from '../database/transition.js';
import { newId } from '../ids.js';
import { type AttemptOutcome, DeliveryAttempt } from './delivery-attempt.entity.js';
import { type Message, type Send, SendPostponed, SendRefused } from './message.js';
import { OutboxMessage } from './outbox-message.entity.js';
import type { Receipts } from './receipts.js';

export interface DispatchLimits {
  readonly leaseMs: number;
  readonly attempts: number;
  readonly backoffMs: readonly [first: number, longest: number];
}

interface Needs {
  readonly db: Database;
  readonly seal: Seal;
  readonly receipts: Receipts;
  readonly send: Readonly<Record<Message['channel'], Send>>;
  readonly now: Now;
  /** Called with codes only; the error's own text may name an address. */
  readonly report: (message: OutboxMessage, reason: string) => void;
}

type Outcome = Partial<OutboxMessage> & Pick<OutboxMessage, 'status'>;

/** Delivers at least once: a crash between sending and marking sends again, under the same row id. */
export class OutboxDispatcher {
  constructor(
    private readonly needs: Needs,
    private readonly limits: DispatchLimits,
  ) {}

  /** Sends what is due, `limit` rows at most, each by itself: none waits for another. Answers how many it took. */
  async dispatchDue(limit = 20): Promise<number> {
    const claimed = await this.#claim(limit);
    await Promise.all(claimed.map((message) => this.#deliver(message)));
    return claimed.length;
  }

  /** Committed before anything is sent: no row stays locked while a mail server thinks, and a crashed worker's rows return with their lease. */
  async #claim(limit: number): Promise<OutboxMessage[]> {
    const claim = randomUUID();
    await this.needs.db.transact(async (tx) => {
      const now = this.needs.now();
      const due = { dueAt: LessThanOrEqual(now) }; // null once nothing is left to do
      const order = { dueAt: 'ASC', id: 'ASC' } as const; // along the index: by id alone each claim locks every due row
      const rows = await tx.find(OutboxMessage, {
        select: { id: true },
        where: due,
        order,
        take: limit,
        lock: skipLocked(tx),
      });
      if (rows.length === 0) return;
      const lease = {
        claim,
        status: 'SENDING' as const,
        attempts: () => 'attempts + 1',
        dueAt: after(now, this.limits.leaseMs),
      };
      await tx.update(OutboxMessage, { ...due, id: In(rows.map(({ id }) => id)) }, lease);
    });
    return this.needs.db.rows.find(OutboxMessage, {
      where: { claim },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async #deliver(row: OutboxMessage): Promise<void> {
    const now = this.needs.now();
    if (row.expiresAt <= now || !row.sealed) {
      await this.#settle(row, { status: 'EXPIRED', reason: 'TOO_OLD' });
      return;
    }
    try {
      const message: Message = JSON.parse(this.needs.seal.open(row.sealed, `outbox:${row.id}`));
      const { providerId } = await this.needs.send[row.channel]({ ...message, id: row.id });
      await this.#settle(row, { status: 'ACCEPTED', providerId, acceptedAt: this.needs.now() }, 'ACCEPTED');
    } catch (error) {
      await this.#afterFailure(row, error);
    }
  }

  async #afterFailure(row: OutboxMessage, error: unknown): Promise<void> {
    const refused = error instanceof SendRefused;
    const reason = refused || error instanceof SendPostponed ? error.reason : 'UNKNOWN';
    this.needs.report(row, reason);
    if (refused || row.attempts >= this.limits.attempts) {
      await this.#settle(
        row,
        { status: 'FAILED', reason: refused ? reason : 'OUT_OF_TRIES' },
        'REFUSED',
        reason,
      );
      return;
    }
    const named = error instanceof SendPostponed ? error.retryAt : undefined;
    const retryAt = new Date(Math.max(this.#retryAt(row).getTime(), named?.getTime() ?? 0));
    const outcome = { status: 'RETRYING' as const, reason, dueAt: retryAt, sealed: row.sealed };
    await this.#settle(row, outcome, 'POSTPONED', reason);
  }

  /** Doubling, with jitter, so that a provider coming back is not met by everything at once. */
  #retryAt({ attempts }: OutboxMessage): Date {
    const [first, longest] = this.limits.backoffMs;
    const wait = Math.min(first * 2 ** (attempts - 1), longest);
    return after(this.needs.now(), wait * (0.75 + Math.random() / 2) + SECOND_MS);
  }

  /** Guarded by the claim: a worker that outlived its lease no longer has a say. */
  #settle(
    row: OutboxMessage,
    outcome: Outcome,
    attempt?: AttemptOutcome,
    reason: string | null = null,
  ): Promise<boolean> {
    return this.needs.db.transact(async (tx) => {
      const { id, claim } = row;
      const settled = await transition(
        tx,
        OutboxMessage,
        { id, claim: claim ?? '' },
        { dueAt: null, sealed: null, claim: null, ...outcome },
      );
      if (!settled) return false;
      if (attempt) await this.#trace(tx, row, attempt, reason);
      // A receipt may have overtaken this mark.
      if (outcome.providerId) await this.needs.receipts.apply(tx, outcome.providerId);
      return true;
    });
  }

  async #trace(
    tx: EntityManager,
    { id, attempts }: OutboxMessage,
    outcome: AttemptOutcome,
    reason: string | null,
  ): Promise<void> {
    const at = this.needs.now();
    await tx.insert(DeliveryAttempt, { id: newId(at), messageId: id, number: attempts, outcome, reason, at });
  }
}
