import type { EntityManager, FindOneOptions } from 'typeorm';

type Lock = FindOneOptions['lock'];

/** SQLite has one writer instead. */
export const hasRowLocks = (tx: EntityManager): boolean => tx.dataSource.options.type !== 'better-sqlite3';

/** Lets several workers pick different rows. SQLite has no row locks and, with one writer, no need of them. */
export function skipLocked(tx: EntityManager): Lock {
  return hasRowLocks(tx) ? { mode: 'pessimistic_write', onLocked: 'skip_locked' } : undefined;
}

/** Holds the rows read until the unit ends; others wait their turn. */
export function forUpdate(tx: EntityManager): Lock {
  return hasRowLocks(tx) ? { mode: 'pessimistic_write' } : undefined;
}
