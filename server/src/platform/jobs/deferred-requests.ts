import { type EntityManager, LessThanOrEqual } from 'typeorm';

import { after, type Now, SECOND_MS } from '../clock.js';
import type { Seal } from '../crypto/seal.js';
import { skipLocked } from '../database/dialect.js';
import type { Database } from '../database/transact.js';
import { newId } from '../ids.js';
import { DeferredRequest } from './deferred-request.entity.js';

/** Done, or the time at which to look again. Runs inside the unit of work that also removes the request. */
export type Answer = (tx: EntityManager, payload: unknown) => Promise<Date | undefined>;

const MAX_TRIES = 10;

/**
 * Puts off what would tell a stranger something by the time it takes: the caller's answer depends on nothing that is
 * looked up, since nothing is looked up until the worker comes by (security.md R33, R42).
 */
export class DeferredRequests {
  readonly #answers = new Map<string, Answer>();

  constructor(
    private readonly db: Database,
    private readonly seal: Seal,
    private readonly now: Now,
    private readonly nudge: () => void,
  ) {}

  on(kind: string, answer: Answer): void {
    this.#answers.set(kind, answer);
  }

  async defer(tx: EntityManager, kind: string, payload: object): Promise<void> {
    const now = this.now();
    const id = newId(now);
    const sealed = this.seal.close(JSON.stringify(payload), `deferred:${id}`);
    await tx.insert(DeferredRequest, { id, kind, sealed, dueAt: now, createdAt: now });
    this.db.afterCommit(this.nudge);
  }

  /** Answers one request that is due; true while there may be more. A failing one waits and lets the others pass. */
  async answerNext(report: (kind: string, error: unknown) => void): Promise<boolean> {
    let taken: DeferredRequest | null = null;
    try {
      return await this.db.transact(async (tx) => {
        const due = { dueAt: LessThanOrEqual(this.now()) };
        const order = { dueAt: 'ASC', id: 'ASC' } as const;
        taken = await tx.findOne(DeferredRequest, { where: due, order, lock: skipLocked(tx) });
        if (!taken) return false;
        await this.#answer(tx, taken);
        return true;
      });
    } catch (error) {
      if (!taken) throw error;
      const { id, kind, tries } = taken as DeferredRequest;
      report(kind, error);
      const dueAt = tries + 1 < MAX_TRIES ? after(this.now(), 5 * SECOND_MS * 2 ** tries) : null;
      await this.db.transact((tx) => tx.update(DeferredRequest, { id }, { tries: () => 'tries + 1', dueAt }));
      return true;
    }
  }

  async #answer(tx: EntityManager, { id, kind, sealed }: DeferredRequest): Promise<void> {
    const answer = this.#answers.get(kind);
    if (!answer) throw new Error(`Nobody answers ${kind}.`);
    const again = await answer(tx, JSON.parse(this.seal.open(sealed, `deferred:${id}`)));
    if (again) await tx.update(DeferredRequest, { id }, { dueAt: again });
    else await tx.delete(DeferredRequest, { id });
  }
}
