import { setTimeout as pause } from 'node:timers/promises';

import type { DataSource } from 'typeorm';

import type { Now } from '../clock.js';
import { runMigrations } from './half-done-migration.js';

const LEASE_MS = 60_000;

/**
 * Brings the tables to the level of this program. Processes that start together take turns by a one-row lease
 * in a table of its own (not `GET_LOCK`: on Galera every node would grant it); a dead holder's lease runs out.
 */
export async function migrate(writer: DataSource, now: Now): Promise<void> {
  if (writer.options.type === 'better-sqlite3') {
    await writer.runMigrations(); // the file lock already keeps every other process out
    return;
  }
  if (!(await writer.showMigrations())) return; // an account without DDL rights may start the program
  await writer.query(
    'CREATE TABLE IF NOT EXISTS migration_lease (id int PRIMARY KEY, until_ms bigint NOT NULL) ENGINE=InnoDB',
  );
  await writer.query('INSERT IGNORE INTO migration_lease (id, until_ms) VALUES (1, 0)');
  while (!(await takeLease(writer, now))) await pause(200);
  const renewal = setInterval(() => void renew(writer, now), LEASE_MS / 4);
  try {
    await runMigrations(writer);
  } finally {
    clearInterval(renewal);
    await writer.query('UPDATE migration_lease SET until_ms = 0 WHERE id = 1');
  }
}

async function takeLease(writer: DataSource, now: Now): Promise<boolean> {
  const at = now().getTime();
  const { affectedRows } = await writer.query(
    'UPDATE migration_lease SET until_ms = ? WHERE id = 1 AND until_ms < ?',
    [at + LEASE_MS, at],
  );
  return affectedRows === 1;
}

async function renew(writer: DataSource, now: Now): Promise<void> {
  await writer.query('UPDATE migration_lease SET until_ms = ? WHERE id = 1', [now().getTime() + LEASE_MS]);
}
