import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { type EntityManager, In, LessThanOrEqual } from 'typeorm';

import { after } from '../clock.js';
import { skipLocked } from '../database/dialect.js';
import { transition } from '../database/transition.js';
import { newId } from '../ids.js';
import { retryPause } from '../retry-pause.js';
import { notTracing, type Span } from '../trace/tracing.js';
import { type AttemptOutcome, DeliveryAttempt } from './delivery-attempt.entity.js';
import { inItsSpan } from './delivery-span.js';
import { DeliveryTries, type Ending } from './delivery-tries.js';
import type { DispatchLimits, DispatchNeeds } from './dispatch-needs.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** Delivers at least once: a crash between sending and marking sends again, under the same row id. */
export class OutboxDispatcher {
  readonly #inHand = new Set<Promise<void>>();
  readonly #tries: DeliveryTries;

  constructor(
    private readonly needs: DispatchNeeds,
    private readonly limits: DispatchLimits,
  ) {
    this.#tries = new DeliveryTries(needs, limits);
  }

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

  /**
   * Committed before anything is sent: no row stays locked while a mail server thinks, and a crashed worker's rows return
   * with their lease. Read back by the claim, inside: a unit run again because its COMMIT went unanswered finds what the first
   * run took, and no row is taken that a pool full of callers then keeps from being read.
   */
  #claim(limit: number): Promise<OutboxMessage[]> {
    const claim = randomUUID();
    return this.needs.db.transact(async (tx) => {
      const now = this.needs.now();
      const channel = In(Object.keys(this.needs.send));
      const due = { dueAt: LessThanOrEqual(now), channel }; // null once nothing is left to do
      // Along the channel's own index: any other way this holds rows for a moment that it does not want, and who wants them skips them.
      const order = { dueAt: 'ASC', id: 'ASC' } as const;
      const rows = await tx.find(OutboxMessage, {
        select: { id: true },
        where: due,
        order,
        take: limit,
        lock: skipLocked(tx),
      });
      const lease = {
        claim,
        status: 'SENDING' as const,
        attempts: () => 'attempts + 1',
        dueAt: after(now, this.limits.leaseMs),
        updatedAt: now,
      };
      if (rows.length > 0)
        await tx.update(OutboxMessage, { ...due, id: In(rows.map(({ id }) => id)) }, lease);
      return tx.find(OutboxMessage, { where: { claim }, order: { createdAt: 'ASC', id: 'ASC' } });
    });
  }

  async #deliver(row: OutboxMessage, span: Span): Promise<void> {
    await this.#settleAtLength(row, await this.#tries.of(row, span));
  }

  /**
   * What is sent and not marked is sent once more when its lease ends, so a database that is away or a pool that is full of
   * callers is asked again. Until half the lease is over: a mark after its end has no say.
   */
  async #settleAtLength(row: OutboxMessage, ending: Ending): Promise<boolean> {
    const giveUpAt = performance.now() + this.limits.leaseMs / 2;
    for (let run = 1; ; run += 1) {
      try {
        return await this.#settle(row, ending);
      } catch (error) {
        if (performance.now() >= giveUpAt) throw error;
        await retryPause(run, [50, 2000]);
      }
    }
  }

  /** Guarded by the claim: a worker that outlived its lease no longer has a say. */
  #settle(row: OutboxMessage, { becomes, outcome, reason }: Ending): Promise<boolean> {
    return this.needs.db.transact(async (tx) => {
      const { id, claim } = row;
      const settled = await transition(
        tx,
        OutboxMessage,
        { id, claim: claim ?? '' },
        { dueAt: null, sealed: null, claim: null, updatedAt: this.needs.now(), ...becomes },
      );
      if (!settled) return false;
      if (outcome) await this.#trace(tx, row, outcome, reason);
      // A receipt may have overtaken this mark.
      if (becomes.providerId) await this.needs.receipts.apply(tx, becomes.providerId);
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
