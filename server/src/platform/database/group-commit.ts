import { setImmediate as breathe } from 'node:timers/promises';

import type { DataSource, EntityManager } from 'typeorm';

import { Overloaded } from '../graphql/overloaded.js';

type Unit = (tx: EntityManager) => Promise<unknown>;

interface Waiting {
  readonly unit: Unit;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * SQLite has one writing connection, and its COMMIT stops the process until the disk has answered. Units that wait at
 * the same time run one after another in one transaction, each in its savepoint, and nobody is told of a result before
 * the COMMIT of them all. A unit sees those before it as if they had committed: either all of them do or none.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];
  #inHand = 0;
  #working: Promise<void> | undefined;

  constructor(
    private readonly writer: DataSource,
    /** Units that may wait; beyond them a caller is turned away. */
    private readonly most: number,
  ) {}

  /** Units that wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** `unit` may run again when its group failed for somebody else's fault. Throws `Overloaded`. */
  run<T>(unit: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (this.#waiting.length + this.#inHand >= this.most) throw new Overloaded();
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ unit, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  /** Resolves when nobody waits any more. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      await breathe(); // whoever became ready in the same turn of the event loop comes along
      const group = this.#waiting;
      this.#waiting = [];
      this.#inHand = group.length;
      await this.#together(group);
      this.#inHand = 0;
    }
    this.#working = undefined;
  }

  async #together(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (first && group.length === 1) return this.#alone(first);
    const tell: (() => void)[] = [];
    try {
      await this.#commit(async (tx) => {
        for (const one of group) tell.push(await inSavepoint(tx, one));
      });
    } catch {
      // Not a unit's own error, which stays in its savepoint: SQLite gave up the whole, for a full disk say.
      for (const one of group) await this.#alone(one);
      return;
    }
    for (const one of tell) one();
  }

  async #alone({ unit, resolve, reject }: Waiting): Promise<void> {
    await this.#commit(unit).then(resolve as (result: unknown) => void, reject);
  }

  async #commit<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner(); // on SQLite the same each time
    await runner.query('BEGIN IMMEDIATE');
    try {
      const result = await work(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      // Refused where SQLite has undone everything by itself. TypeORM's `transaction` would from then on believe that
      // one is still open, make savepoints of all that follow and, after one more failure, never commit again.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

/** Answers what to do once the group has committed. */
async function inSavepoint(tx: EntityManager, { unit, resolve, reject }: Waiting): Promise<() => void> {
  await tx.query('SAVEPOINT unit');
  let tell: () => void;
  try {
    const result = await unit(tx);
    tell = () => resolve(result as never);
  } catch (error) {
    await tx.query('ROLLBACK TO unit'); // throws when there is no transaction any more
    tell = () => reject(error);
  }
  await tx.query('RELEASE unit');
  return tell;
}
