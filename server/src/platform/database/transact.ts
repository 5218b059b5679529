import { AsyncLocalStorage } from 'node:async_hooks';

import type { DataSource, EntityManager } from 'typeorm';

import { retryPause } from '../retry-pause.js';
import { GroupCommit } from './group-commit.js';

/** Thrown inside a unit of work: everything it wrote is undone, and `transact` answers `answer`. */
export class Undo<T> extends Error {
  constructor(readonly answer: T) {
    super('A unit of work was given up on purpose.');
  }
}

export interface WriteLimits {
  /** Writers that may wait for SQLite's one connection before a caller is turned away. */
  readonly queue: number;
  /** Times a unit is run again after a conflict or a lost connection (MariaDB/MySQL). */
  readonly retries: number;
}

const DEFAULT_LIMITS: WriteLimits = { queue: 500, retries: 5 };

interface Unit {
  readonly tx: EntityManager;
  /** What to run once it has committed. */
  readonly hooks: (() => void)[];
}

export class Database {
  readonly #unit = new AsyncLocalStorage<Unit>();
  readonly #groups: GroupCommit | undefined;

  /** `reader` is a second connection on SQLite, the same pool elsewhere. */
  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
    private readonly limits: WriteLimits = DEFAULT_LIMITS,
  ) {
    // One connection: an overlapping transaction would become a savepoint of the first and be lost with it.
    if (writer.options.type === 'better-sqlite3') this.#groups = new GroupCommit(writer, limits.queue);
  }

  /** Committed rows only; inside a unit of work also that unit's own. */
  get rows(): EntityManager {
    return this.#unit.getStore()?.tx ?? this.reader.manager;
  }

  /** Units of work that wait for SQLite's one connection. */
  get waitingWriters(): number {
    return this.#groups?.waiting ?? 0;
  }

  /**
   * The one way to write. A call inside another joins it. `work` may run several times, and may run again
   * although its first COMMIT got through: no network, no hashing, ids made outside.
   * Throws `Overloaded` when too many writers wait already.
   */
  async transact<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const joined = this.#unit.getStore();
    if (joined) return work(joined.tx);
    const hooks: (() => void)[] = [];
    const unit = (tx: EntityManager) => {
      hooks.length = 0; // a second run registers its own
      return this.#unit.run({ tx, hooks }, () => work(tx));
    };
    const once = () => this.writer.transaction(unit);
    try {
      const result = await (this.#groups?.run(unit) ?? this.#withRetry(once));
      for (const hook of hooks) hook();
      return result;
    } catch (error) {
      if (error instanceof Undo) return error.answer as T;
      throw error;
    }
  }

  /** One guarded statement, a unit by itself: where the engine commits it alone, BEGIN and COMMIT are spared. Refuses to join. */
  async single<T>(statement: (rows: EntityManager) => Promise<T>): Promise<T> {
    if (this.#groups) return this.transactApart(statement);
    if (this.#unit.getStore())
      throw new Error('A statement that stands alone cannot be part of a unit of work.');
    return this.#withRetry(() => statement(this.writer.manager));
  }

  /** For attempt counters: refuses to join, so that no later rollback can undo the count. */
  async transactApart<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (this.#unit.getStore()) throw new Error('Count the attempt before the unit of work, not inside it.');
    return this.transact(work);
  }

  /** Runs `hook` once the surrounding unit has committed, and not at all if it fails. For hints only: a crash loses it. */
  afterCommit(hook: () => void): void {
    const unit = this.#unit.getStore();
    if (unit) unit.hooks.push(hook);
    else hook();
  }

  async close(): Promise<void> {
    await this.#groups?.idle();
    await this.writer.destroy();
    if (this.reader !== this.writer) await this.reader.destroy();
  }

  /** The whole unit again, COMMIT included (security.md 6.1). */
  async #withRetry<T>(once: () => Promise<T>): Promise<T> {
    const giveUpAt = performance.now() + GIVE_UP_MS;
    for (let run = 1; ; run += 1) {
      try {
        return await once();
      } catch (error) {
        const { errno = 0, fatal } = error as { errno?: number; fatal?: boolean };
        const again = fatal || RETRYABLE.has(errno);
        if (!again || run > this.limits.retries || performance.now() >= giveUpAt) throw error;
        await retryPause(run, [20, 500]);
      }
    }
  }
}

// Deadlock or failed certification, lock wait, node not ready, failed COMMIT, shutdown, killed; `fatal` is a lost connection.
const RETRYABLE = new Set([1213, 1205, 1047, 1180, 1053, 1927]);
const GIVE_UP_MS = 5000;
