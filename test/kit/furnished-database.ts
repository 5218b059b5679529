import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';

import { loadOffices } from '../../server/src/office/load-offices.js';
import type { Now } from '../../server/src/platform/clock.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { dumpDatabase } from '../../server/src/platform/database/dump.js';
import { migrate } from '../../server/src/platform/database/migrate.js';
import type { Database } from '../../server/src/platform/database/transact.js';
import { Region } from '../../server/src/platform/regions/region.entity.js';
import { tables } from '../../server/src/tables.js';
import { freshDatabase, type Home, onSqlite } from './database.js';
import { someRegions } from './installation.js';

/** Makes an empty database what the first of this process was after its migrations. */
type Copy = (home: Home) => Promise<unknown>;

let copy: Promise<Copy> | undefined;

/** A database of one's own, furnished. The first of a process runs the migrations, the others are copies of it: the same tables at a fifth of the time. */
export async function furnishedDatabase(now: Now): Promise<Home> {
  copy ??= copyOfFirst(now);
  const home = await freshDatabase();
  await (await copy)(home);
  return home;
}

/** Tables by the migrations, a few regions, and their offices; what is there already stays. */
export async function furnish(db: Database, now: Now): Promise<void> {
  await migrate(db.writer, now);
  if (await db.rows.existsBy(Region, {})) return;
  await someRegions(db);
  await loadOffices(db, now);
}

async function copyOfFirst(now: Now): Promise<Copy> {
  const home = await freshDatabase();
  const db = await openDatabase(home.url, tables);
  await furnish(db, now);
  await db.close();
  const made = onSqlite() ? await asFile(home) : await asStatements(home);
  await home.remove();
  return made;
}

async function asFile({ url, folder }: Home): Promise<Copy> {
  const kept = join(folder, 'kept');
  mkdirSync(kept);
  await dumpDatabase(url, kept); // the file alone would lack what still stands in its log
  const bytes = readFileSync(join(kept, 'akun.db'));
  return async (home) => writeFileSync(home.url.slice('sqlite:'.length), bytes);
}

/** Sent at once. The triggers come last: they guard the rows from then on. */
async function asStatements({ url }: Home): Promise<Copy> {
  const statements = await talking(url, async (connection) => [
    'SET foreign_key_checks = 0',
    ...(await tablesOf(connection)),
    ...(await triggersOf(connection)),
  ]);
  const all = statements.join(';\n');
  return (home) => talking(home.url, (connection) => connection.query(all));
}

async function tablesOf(connection: Connection): Promise<string[]> {
  const statements: string[] = [];
  for (const [name] of (await rowsOf(connection, 'SHOW TABLES')).map((row) => Object.values(row))) {
    const [made] = await rowsOf(connection, 'SHOW CREATE TABLE ??', name);
    const rows = await rowsOf(connection, 'SELECT * FROM ??', name);
    const values = rows.map((row) => Object.values(row));
    statements.push(made?.['Create Table']);
    if (values.length > 0) statements.push(mysql.format('INSERT INTO ?? VALUES ?', [name, values]));
  }
  return statements;
}

async function triggersOf(connection: Connection): Promise<string[]> {
  const triggers = await rowsOf(connection, 'SHOW TRIGGERS');
  const made = triggers.map(({ Trigger }) => rowsOf(connection, 'SHOW CREATE TRIGGER ??', Trigger));
  return (await Promise.all(made)).map(([trigger]) => trigger?.['SQL Original Statement']);
}

const rowsOf = async (connection: Connection, sql: string, name?: string): Promise<RowDataPacket[]> =>
  (await connection.query<RowDataPacket[]>(sql, [name]))[0];

async function talking<T>(uri: string, talk: (connection: Connection) => Promise<T>): Promise<T> {
  const asText = { dateStrings: true, jsonStrings: true };
  const connection = await mysql.createConnection({ uri, multipleStatements: true, ...asText });
  try {
    return await talk(connection);
  } finally {
    await connection.end();
  }
}
