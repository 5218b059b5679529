import type { App } from './app.js';
import { onSqlite } from './database.js';

/** Everything that stands in the database, by table, as the engine itself gives it out. */
export async function dump({ db }: App): Promise<Map<string, Record<string, unknown>[]>> {
  const names = onSqlite()
    ? "SELECT name FROM sqlite_master WHERE type = 'table'"
    : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const tables = new Map<string, Record<string, unknown>[]>();
  for (const { name } of await db.rows.query<{ name: string }[]>(names)) {
    tables.set(name, await db.rows.query(`SELECT * FROM ${name}`));
  }
  return tables;
}

/** How many rows each table has; those named are left out. */
export async function rowCounts(app: App, ...except: string[]): Promise<Record<string, number>> {
  const tables = [...(await dump(app))].filter(([name]) => !except.includes(name));
  return Object.fromEntries(tables.map(([name, rows]) => [name, rows.length]));
}
