import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import mysql from 'mysql2/promise';

import { mariadbPath, startMariadb } from '../kit/mariadbd.js';

/** Lends `work` the address of an empty database on a server of its own with `poolMb` for pages. */
export async function onMariadb(work: (database: string) => Promise<void>, poolMb?: number): Promise<void> {
  if (!mariadbPath) throw new Error('The bench needs a MariaDB server (package mariadb-server).');
  const server = await startMariadb({ poolMb, folder: mkdtempSync(join(tmpdir(), 'akun-bench-')) });
  try {
    const connection = await mysql.createConnection(server.url);
    await connection.query('CREATE DATABASE akun_bench');
    await connection.end();
    await work(`${server.url}/akun_bench`);
  } finally {
    await server.stop();
  }
}
