import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { type EntityManager, In, LessThanOrEqual } from 'typeorm';

import { after } from '../clock.js';
import { skipLocked } from '../database/dialect.js';
import { transition } from '../database/transition.js';
import { newId } from '../ids.js';
import { notTracing, type Span } from '../trace/tracing.js';
import { backOffMs } from './back-off.js';
import { type AttemptOutcome, DeliveryAttempt } from './delivery-attempt.entity.js';
import { inItsSpan } from './delivery-span.js';
import type { DispatchLimits, DispatchNeeds } from './dispatch-needs.js';
import {
  type Accepted,
  type Channel,
  type Message,
  type OutgoingMessage,
  SendPostponed,
  SendRefused,
} from './message.js';
import { OutboxMessage } from './outbox-message.entity.js';

type Outcome = Partial<OutboxMessage> & Pick<OutboxMessage, 'status'>;

/** Delivers at least once: a crash between sending and marking sends again, under the same row id. */
export class OutboxDispatcher {
  readonly #inHand = new Set<Promise<void>>();

  constructor(
    private readonly needs: DispatchNeeds,
    private readonly limits: DispatchLimits,
  ) {}

  /** Takes what is due, as much as there are free hands for, each by itself. Answers how many it took. */
  async dispatchDue(): Promise<number> {
    const free = this.limits.hands - this.#inHand.size;
    if (free <= 0) return 0;
    const claimed = await this.#claim(free);
    const underWay = claimed.map((message) => this.#takeInHand(message));
    const enough = new AbortController();
    const outOfPatience = pause(this.limits.patienceMs, undefined, { signal: enough.signal });
    await Promise.race([Promise.all(underWay), outOfPatience.catch(() => undefined)]);
    enough.abort();
    return claimed.length;
  }

  /** Settles when nothing is on its way any longer. */
  async finish(): Promise<void> {
    await Promise.all(this.#inHand);
  }

  #takeInHand(message: OutboxMessage): Promise<void> {
    const { tracing = notTracing } = this.needs;
    const delivery = inItsSpan(tracing, message, (span) => this.#deliver(message, span))
      // The row could not be marked; its lease returns it.
      .catch(() => this.needs.report(message, 'NOT_MARKED'))
      .finally(() => this.#inHand.delete(delivery));
    this.#inHand.add(delivery);
    return delivery;
  }

  /** Committed before anything is sent: no row stays locked while a mail server thinks, and a crashed worker's rows return with their lease. */
  async #claim(limit: number): Promise<OutboxMessage[]> {
    const claim = randomUUID();
    await this.needs.db.transact(async (tx) => {
      const now = this.needs.now();
      const channel = In(Object.keys(this.needs.send));
      const due = { dueAt: LessThanOrEqual(now), channel }; // null once nothing is left to do
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
        updatedAt: now,
      };
      await tx.update(OutboxMessage, { ...due, id: In(rows.map(({ id }) => id)) }, lease);
    });
    return this.needs.db.rows.find(OutboxMessage, {
      where: { claim },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async #deliver(row: OutboxMessage, span: Span): Promise<void> {
    const now = this.needs.now();
    if (row.expiresAt <= now || !row.sealed) {
      await this.#settle(row, { status: 'EXPIRED', reason: 'TOO_OLD' });
      return;
    }
    // Its earlier claims all ended in a crash: perhaps because of it.
    if (row.attempts > this.limits.attempts) {
      this.needs.report(row, 'OUT_OF_TRIES');
      await this.#settle(row, { status: 'FAILED', reason: 'OUT_OF_TRIES' });
      return;
    }
    try {
      const message: Message = JSON.parse(this.needs.seal.open(row.sealed, `outbox:${row.id}`));
      const { id, requestId } = row;
      const { providerId, receipts } = await this.#send(row.channel, { ...message, id, requestId });
      span.note({ 'akun.outcome': 'ACCEPTED' });
      const acceptedAt = this.needs.now();
      const fallBackAt = receipts && message.fallsBack ? after(acceptedAt, this.limits.receiptWaitMs) : null;
      await this.#settle(row, { status: 'ACCEPTED', providerId, acceptedAt, fallBackAt }, 'ACCEPTED');
    } catch (error) {
      span.note({ 'akun.outcome': error instanceof SendRefused ? 'REFUSED' : 'POSTPONED' });
      await this.#afterFailure(row, error);
    }
  }

  #send(channel: Channel, message: OutgoingMessage): Promise<Accepted> {
    const send = this.needs.send[channel];
    if (!send) throw new Error('Only served channels are claimed.');
    return send(message);
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
    const backOff = after(this.needs.now(), backOffMs(row.attempts, this.limits.backoffMs));
    const retryAt = new Date(Math.max(backOff.getTime(), named?.getTime() ?? 0));
    const outcome = { status: 'RETRYING' as const, reason, dueAt: retryAt, sealed: row.sealed };
    await this.#settle(row, outcome, 'POSTPONED', reason);
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
        { dueAt: null, sealed: null, claim: null, updatedAt: this.needs.now(), ...outcome },
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
