import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import mysql from 'mysql2/promise';
import { inject } from 'vitest';

import { throwAwayFolder } from './throw-away.js';

export interface Home {
  /** For `openDatabase`. */
  readonly url: string;
  /** A throw-away DATA_DIR. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Whether this run is on SQLite, where one process has the file to itself. */
export const onSqlite = (): boolean => inject('dbUrl').startsWith('sqlite:');

/** A database of one's own on the engine of this run, empty. */
export async function freshDatabase(): Promise<Home> {
  const folder = throwAwayFolder('akun-test-');
  const forgetFolder = () => rmSync(folder, { recursive: true, force: true });
  const server = inject('dbUrl');
  if (server.startsWith('sqlite:')) {
    return { url: `sqlite:${join(folder, 'akun.db')}`, folder, remove: async () => forgetFolder() };
  }
  const name = `akun_${randomBytes(6).toString('hex')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const remove = async () => {
    forgetFolder();
    await run(server, `DROP DATABASE ${name}`);
  };
  return { url: `${server}/${name}`, folder, remove };
}

async function run(server: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection(server);
  await connection.query(sql);
  await connection.end();
}
