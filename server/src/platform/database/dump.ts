import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { readDatabaseUrl } from './database-url.js';
import { SqliteDriver } from './sqlite-driver.js';

const [SQLITE_FILE, DUMP] = ['akun.db', 'akun.sql'];
const fileOf = (url: string): string => url.slice('sqlite:'.length);

/** One moment of the whole database into `folder`, beside a running service. MariaDB and MySQL by their own program for it. */
export async function dumpDatabase(url: string, folder: string): Promise<void> {
  if (url.startsWith('sqlite:')) {
    // A copy of the file alone would lack what still stands in its log, or be torn.
    new SqliteDriver(fileOf(url))
      .exec(`VACUUM INTO '${join(folder, SQLITE_FILE).replaceAll("'", "''")}'`)
      .close();
    return;
  }
  // One transaction sees one moment and keeps nobody from writing; triggers guard the trail.
  const options = [
    '--single-transaction',
    '--skip-lock-tables',
    '--hex-blob',
    '--triggers',
    '--no-tablespaces',
  ];
  await talk(url, ['mariadb-dump', 'mysqldump'], options, (_input, output) =>
    pipeline(output, createWriteStream(join(folder, DUMP), { mode: 0o600 })),
  );
}

/** Into a database that has nothing yet; whatever is there is never written over. */
export async function loadDump(url: string, folder: string): Promise<void> {
  if (url.startsWith('sqlite:')) {
    if (existsSync(fileOf(url))) throw new Error('There is a database file already. Move it away first.');
    await copyFile(join(folder, SQLITE_FILE), fileOf(url));
    return;
  }
  await talk(url, ['mariadb', 'mysql'], ['--batch'], (input) =>
    pipeline(createReadStream(join(folder, DUMP)), input),
  );
}

/** The database's own program; the password goes by the environment, where no list of processes shows it. */
async function talk(
  url: string,
  programs: readonly string[],
  options: readonly string[],
  use: (input: Writable, output: Readable) => Promise<void>,
): Promise<void> {
  const { nodes, username, password, database } = readDatabaseUrl(url);
  const [node] = nodes;
  const where = [`--host=${node?.host}`, `--port=${node?.port}`, `--user=${username}`, '--protocol=tcp'];
  const failures: string[] = [];
  for (const program of programs) {
    const child = spawn(program, [...where, ...options, database], {
      env: { PATH, MYSQL_PWD: password },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk;
    });
    const ended = new Promise<string | null>((settle) => {
      child.once('error', ({ message }) => settle(message));
      child.once('close', (code) => settle(code === 0 ? null : complaint.trim()));
    });
    await use(child.stdin, child.stdout).catch(() => undefined);
    const failure = await ended;
    if (failure === null) return;
    failures.push(`${program}: ${failure}`);
  }
  throw new Error(failures.join('; '));
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
