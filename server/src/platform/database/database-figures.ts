import type { Figure, Reading } from '../metrics/metrics.js';
import type { Database } from './transact.js';

/** mysql2's own lists; it offers no other way to look at them. */
interface PoolInside {
  readonly _allConnections: { readonly length: number };
  readonly _freeConnections: { readonly length: number };
  readonly _connectionQueue: { readonly length: number };
}

/** How busy the way to the database is. */
export function databaseFigures(db: Database): Figure[] {
  return [
    {
      name: 'database_connections',
      help: 'Connections of the pool, by what they do; callers "waiting" have none (MariaDB and MySQL).',
      labels: ['state'],
      read: () => poolReadings(db),
    },
    {
      name: 'database_writers_waiting',
      help: 'Units of work that wait for the one connection that writes (SQLite).',
      read: () => [{ value: db.waitingWriters }],
    },
  ];
}

function poolReadings({ writer }: Database): Reading[] {
  const { pool } = writer.driver as unknown as { pool?: Partial<PoolInside> };
  if (!pool?._allConnections || !pool._freeConnections || !pool._connectionQueue) return [];
  const free = pool._freeConnections.length;
  return Object.entries({
    free,
    busy: pool._allConnections.length - free,
    waiting: pool._connectionQueue.length,
  }).map(([state, value]) => ({ labels: { state }, value }));
}
