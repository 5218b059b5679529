import { type EntityManager, LessThanOrEqual } from 'typeorm';

import { after, type Now, SECOND_MS } from '../clock.js';
import type { Seal } from '../crypto/seal.js';
import { skipLocked } from '../database/dialect.js';
import type { Database } from '../database/transact.js';
import { newId } from '../ids.js';
import { originNow, within } from '../trace/origin.js';
import type { Tracing } from '../trace/tracing.js';
import { DeferredRequest } from './deferred-request.entity.js';

/** Done, or the time at which to look again. Runs inside the unit of work that also removes the request. */
export type Answer = (tx: EntityManager, payload: unknown) => Promise<Date | undefined>;

interface Needs {
  readonly db: Database;
  readonly seal: Seal;
  readonly now: Now;
  readonly tracing: Tracing;
  /** Told after the commit that somebody asked. */
  readonly nudge: () => void;
}

const MAX_TRIES = 10;

/**
 * Puts off what would tell a stranger something by the time it takes: the caller's answer depends on nothing that is
 * looked up, since nothing is looked up until the worker comes by (security.md R33, R42).
 */
export class DeferredRequests {
  readonly #answers = new Map<string, Answer>();

  constructor(private readonly needs: Needs) {}

  on(kind: string, answer: Answer): void {
    this.#answers.set(kind, answer);
  }

  async defer(tx: EntityManager, kind: string, payload: object): Promise<void> {
    const now = this.needs.now();
    const id = newId(now);
    const sealed = this.needs.seal.close(JSON.stringify(payload), `deferred:${id}`);
    await tx.insert(DeferredRequest, { id, kind, sealed, dueAt: now, createdAt: now, ...originNow() });
    this.needs.db.afterCommit(this.needs.nudge);
  }

  /** Answers one request that is due; true while there may be more. A failing one waits and lets the others pass. */
  async answerNext(report: (kind: string, error: unknown) => void): Promise<boolean> {
    let taken: DeferredRequest | null = null;
    try {
      return await this.needs.db.transact(async (tx) => {
        const due = { dueAt: LessThanOrEqual(this.needs.now()) };
        const order = { dueAt: 'ASC', id: 'ASC' } as const;
        taken = await tx.findOne(DeferredRequest, { where: due, order, lock: skipLocked(tx) });
        if (!taken) return false;
        await this.#answerAsAsked(tx, taken);
        return true;
      });
    } catch (error) {
      if (!taken) throw error;
      const { id, kind, tries } = taken as DeferredRequest;
      report(kind, error);
      const dueAt = tries + 1 < MAX_TRIES ? after(this.needs.now(), 5 * SECOND_MS * 2 ** tries) : null;
      await this.needs.db.transact((tx) =>
        tx.update(DeferredRequest, { id }, { tries: () => 'tries + 1', dueAt }),
      );
      return true;
    }
  }

  /** What it writes, and the messages it posts, come from whoever asked. */
  #answerAsAsked(tx: EntityManager, request: DeferredRequest): Promise<void> {
    const { kind, requestId, traceparent } = request;
    const start = { name: `answer ${kind}`, kind: 'CONSUMER', attributes: {} } as const;
    return this.needs.tracing.span({ ...start, from: { requestId, traceparent } }, () =>
      within({ ...originNow(), requestId }, () => this.#answer(tx, request)),
    );
  }

  async #answer(tx: EntityManager, { id, kind, sealed }: DeferredRequest): Promise<void> {
    const answer = this.#answers.get(kind);
    if (!answer) throw new Error(`Nobody answers ${kind}.`);
    const again = await answer(tx, JSON.parse(this.needs.seal.open(sealed, `deferred:${id}`)));
    if (again) await tx.update(DeferredRequest, { id }, { dueAt: again });
    else await tx.delete(DeferredRequest, { id });
  }
}
