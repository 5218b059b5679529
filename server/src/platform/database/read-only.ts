import { DataSource, type DataSourceOptions } from 'typeorm';

import { openDatabase } from './data-source.js';
import { SqliteDriver } from './sqlite-driver.js';
import { Database } from './transact.js';

/** For commands that look but do not touch: on SQLite beside the running service, which keeps the file for itself as a writer. */
export async function openReadOnly(
  url: string,
  shared: Pick<DataSourceOptions, 'entities' | 'migrations'>,
): Promise<Database> {
  if (!url.startsWith('sqlite:')) return openDatabase(url, shared);
  const reader = await new DataSource({
    type: 'better-sqlite3',
    driver: SqliteDriver,
    database: url.slice('sqlite:'.length),
    prepareDatabase: (db: SqliteDriver) => void db.pragma('query_only = ON'),
    ...shared,
  }).initialize();
  return new Database(reader, reader);
}
