import { type EntityManager, In, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';

import { after, type Now } from '../clock.js';
import type { BlindIndex } from '../crypto/blind-index.js';
import { update } from '../database/hot-write.js';
import type { Database } from '../database/transact.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { AttemptBudget } from './attempt-budget.entity.js';
import type { Budget } from './budget.js';

/** Who or what is counted, against which windows. */
export interface Counted {
  readonly name: string;
  readonly subject: string;
  readonly budgets: readonly Budget[];
}

// `used` stands before `ends_at`: MySQL assigns from left to right, and the first has to see the window as it was.
const COUNT = `UPDATE attempt_budgets SET used = CASE WHEN ends_at > ? THEN used + 1 ELSE 1 END,
  ends_at = CASE WHEN ends_at > ? THEN ends_at ELSE ? END WHERE budget_key = ? AND (ends_at <= ? OR used < ?)`;

type Window = Budget & Pick<Counted, 'name'> & { readonly key: string };

class Exhausted extends Error {
  constructor(
    readonly budget: string,
    readonly retryAt: Date,
  ) {
    super('A budget is used up.');
  }
}

/**
 * Counters that every process shares. Limits are enforced by the UPDATE itself, so parallel callers cannot pass together.
 * A window begins with its first attempt; around its end up to twice the count may fall into one such length of time.
 */
export class AttemptBudgets {
  /** How often each was found used up by this process, by its name in the program: for figures. */
  readonly hits = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly index: BlindIndex,
    private readonly now: Now,
  ) {}

  /** Takes one from every window, or from none. Null: taken; a time: when to come back. Commits by itself, before the act. */
  async take(...counted: readonly Counted[]): Promise<Date | null> {
    const windows = this.#windows(counted);
    const [only] = windows;
    try {
      // With a single window there is nothing to undo: each of its statements is guarded by itself.
      if (only && windows.length === 1) await this.db.single((rows) => this.#takeOne(rows, only));
      else
        await this.db.transactApart(async (tx) => {
          for (const window of windows) await this.#takeOne(tx, window);
        });
      return null;
    } catch (error) {
      return this.#retryAt(error);
    }
  }

  /** As `take`, inside the caller's unit of work: for sends, which exist only if the unit commits. */
  async takeWithin(tx: EntityManager, ...counted: readonly Counted[]): Promise<Date | null> {
    const taken: { key: string }[] = [];
    try {
      for (const window of this.#windows(counted)) {
        await this.#takeOne(tx, window);
        taken.push(window);
      }
      return null;
    } catch (error) {
      const retryAt = this.#retryAt(error);
      for (const { key } of taken) await this.#giveBackOne(tx, key);
      return retryAt;
    }
  }

  /** Counts what must not be refused, such as the message that an acknowledged step owes. */
  async record(tx: EntityManager, ...counted: readonly Counted[]): Promise<void> {
    for (const window of this.#windows(counted)) {
      await this.#takeOne(tx, { ...window, count: Number.MAX_SAFE_INTEGER });
    }
  }

  /** Whether one of the windows is full now; for alarms and extra questions, never as the limit itself. */
  async isUsedUp(rows: EntityManager, ...counted: readonly Counted[]): Promise<boolean> {
    const now = this.now();
    for (const { key, count } of this.#windows(counted)) {
      if (await rows.existsBy(AttemptBudget, { key, endsAt: MoreThan(now), used: MoreThanOrEqual(count) }))
        return true;
    }
    return false;
  }

  /** Attempts of the window that is open now; for hints and alarms, never as the limit itself. */
  async used(rows: EntityManager, counted: Counted): Promise<number> {
    const endsAt = MoreThan(this.now());
    const keys = this.#windows([counted]).map(({ key }) => key);
    const open = await rows.findBy(AttemptBudget, { key: In(keys), endsAt });
    return Math.max(0, ...open.map(({ used }) => used));
  }

  /** Returns one to every window: the attempt turned out not to be a failure. */
  async giveBack(tx: EntityManager, ...counted: readonly Counted[]): Promise<void> {
    for (const { key } of this.#windows(counted)) await this.#giveBackOne(tx, key);
  }

  /** Deletes windows that ended before `before`. */
  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(AttemptBudget, { endsAt: LessThan(before) });
  }

  /** In one order for every caller, so that two units never wait for each other crosswise. */
  #windows(counted: readonly Counted[]) {
    return counted
      .flatMap(({ name, subject, budgets }) =>
        budgets.map((budget) => ({
          ...budget,
          name,
          key: `${this.index.of(`budget:${name}`, subject)}:${budget.windowMs / 1000}`,
        })),
      )
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  async #takeOne(tx: EntityManager, window: Window): Promise<void> {
    const taken =
      (await this.#count(tx, window)) ||
      (await this.#begin(tx, window)) ||
      // Somebody else began it in between, or it is full.
      (await this.#count(tx, window));
    if (taken) return;
    const row = await tx.findOneBy(AttemptBudget, { key: window.key });
    throw new Exhausted(window.name, row?.endsAt ?? after(this.now(), window.windowMs));
  }

  #retryAt(error: unknown): Date {
    if (!(error instanceof Exhausted)) throw error;
    this.hits.set(error.budget, (this.hits.get(error.budget) ?? 0) + 1);
    return error.retryAt;
  }

  /** One more in the open window, or the first of a new one where the row's is over. */
  async #count(tx: EntityManager, { key, count, windowMs }: Budget & { key: string }): Promise<boolean> {
    const now = this.now();
    return (await update(tx, COUNT, [now, now, after(now, windowMs), key, now, count])) === 1;
  }

  /** The first attempt there ever was of this subject. False: its row is there already. */
  async #begin(tx: EntityManager, { key, windowMs }: Budget & { key: string }): Promise<boolean> {
    try {
      await tx.insert(AttemptBudget, { key, used: 1, endsAt: after(this.now(), windowMs) });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async #giveBackOne(tx: EntityManager, key: string): Promise<void> {
    await tx.update(AttemptBudget, { key, used: MoreThan(0) }, { used: () => 'used - 1' });
  }
}
