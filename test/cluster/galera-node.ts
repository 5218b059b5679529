import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import mysql from 'mysql2/promise';

import { findBinary } from '../kit/find-binary.js';

const PROVIDERS = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so'];

/** The replication library of Debian's `galera-4`; undefined where it is not installed. */
const galeraProvider = PROVIDERS.find((path) => existsSync(path));

export const STARTS_MS = 60_000;

export interface GaleraNode {
  readonly port: number;
  readonly url: string;
  /** As when power fails. */
  kill(): Promise<void>;
  /** As a machine that hangs: its kernel still takes connections. */
  freeze(): void;
  thaw(): void;
  /** Cuts it off from the others; it stays up and refuses work. */
  isolate(): Promise<void>;
  rejoin(): Promise<void>;
  /** Comes back after `kill` and waits until it takes work. */
  restart(): Promise<void>;
  query(sql: string): Promise<Record<string, string>[]>;
}

export interface Place {
  readonly number: number;
  readonly port: number;
  readonly group: number;
  /** Where a joining node gets its copy. */
  readonly transfer: number;
}

export function nodeOf(folder: string, { number, port, group, transfer }: Place, address: string) {
  const home = join(folder, `node${number}`);
  const file = (name: string) => join(home, name);
  // rsync, which copies a joining node, gives up the rights of root: then the packaged account runs it all.
  const user = process.getuid?.() === 0 ? 'mysql' : userInfo().username;
  const install = [
    '--no-defaults',
    `--user=${user}`,
    `--datadir=${file('data')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ];
  mkdirSync(home);
  if (user === 'mysql') execFileSync('chown', ['-R', user, folder]);
  execFileSync(findBinary('mariadb-install-db') ?? 'mariadb-install-db', install, { stdio: 'ignore' });
  writeFileSync(file('my.cnf'), settings({ user, file, number, port, group, transfer }));
  const mariadbd = findBinary('mariadbd') ?? 'mariadbd';
  let server: ChildProcess | undefined;

  const start = async (cluster: string, ...more: string[]) => {
    server = spawn(
      mariadbd,
      [`--defaults-file=${file('my.cnf')}`, `--wsrep-cluster-address=${cluster}`, ...more],
      { stdio: 'ignore' },
    );
    await untilSynced(port, () => server?.exitCode ?? null, file('error.log'));
  };
  return {
    port,
    url: `mysql://root@127.0.0.1:${port}`,
    begin: () => start('gcomm://', '--wsrep-new-cluster'),
    restart: () => start(address),
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    kill: async () => {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const gone = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
    },
    isolate: async () => void (await query(port, "SET GLOBAL wsrep_provider_options = 'gmcast.isolate=1'")),
    rejoin: async () => {
      await query(port, "SET GLOBAL wsrep_provider_options = 'gmcast.isolate=0'");
      await untilSynced(port, () => null, file('error.log'));
    },
    query: (sql: string) => query(port, sql),
    /** The last transaction in its own log, as InnoDB recovers it. */
    position: (): number => {
      const recovered = spawnRecovery(mariadbd, file('my.cnf'), file('recover.log'));
      return Number(/Recovered position:? [\da-f-]+:(-?\d+)/.exec(recovered)?.[1] ?? -1);
    },
    allowBootstrap: () => {
      const state = file('data/grastate.dat');
      writeFileSync(
        state,
        readFileSync(state, 'utf8').replace('safe_to_bootstrap: 0', 'safe_to_bootstrap: 1'),
      );
    },
  };
}

function spawnRecovery(mariadbd: string, config: string, log: string): string {
  execFileSync(
    mariadbd,
    [
      `--defaults-file=${config}`,
      '--wsrep-recover',
      '--wsrep-cluster-address=gcomm://',
      `--log-error=${log}`,
    ],
    {
      stdio: 'ignore',
    },
  );
  return readFileSync(log, 'utf8');
}

const settings = ({
  user,
  file,
  number,
  port,
  group,
  transfer,
}: Place & { user: string; file: (name: string) => string }) =>
  [
    '[mariadbd]',
    ...[`user=${user}`, `datadir=${file('data')}`, `socket=${file('sock')}`, `pid-file=${file('pid')}`],
    ...[`log-error=${file('error.log')}`, `port=${port}`, 'bind-address=127.0.0.1', 'skip-name-resolve'],
    ...['character-set-server=utf8mb4', 'collation-server=utf8mb4_unicode_ci', 'max_connections=300'],
    // What is acknowledged is on the disk of every node (security.md 6.2).
    ...[
      'innodb_flush_log_at_trx_commit=1',
      'innodb_buffer_pool_size=64M',
      'innodb_autoinc_lock_mode=2',
      'binlog_format=ROW',
    ],
    ...[
      'wsrep_on=ON',
      `wsrep_provider=${galeraProvider}`,
      'wsrep_cluster_name=akun',
      `wsrep_node_name=node${number}`,
    ],
    ...[`wsrep_node_address=127.0.0.1:${group}`, `wsrep_node_incoming_address=127.0.0.1:${port}`],
    ...['wsrep_sst_method=rsync', `wsrep_sst_receive_address=127.0.0.1:${transfer}`, 'wsrep_slave_threads=2'],
    `wsrep_provider_options=base_port=${group};gmcast.listen_addr=tcp://127.0.0.1:${group};gcache.size=32M`,
  ].join('\n');

async function untilSynced(port: number, exitCode: () => number | null, log: string): Promise<void> {
  const giveUpAt = performance.now() + STARTS_MS;
  for (;;) {
    const [state] = await query(port, "SHOW STATUS LIKE 'wsrep_local_state_comment'").catch(() => []);
    if (state?.Value === 'Synced') return;
    if (exitCode() !== null || performance.now() > giveUpAt)
      throw new Error(
        `A node did not start:\n${readFileSync(log, 'utf8').split('\n').slice(-30).join('\n')}`,
      );
    await pause(200);
  }
}

export async function query(port: number, sql: string): Promise<Record<string, string>[]> {
  const connection = await mysql.createConnection({
    host: '127.0.0.1',
    port,
    user: 'root',
    connectTimeout: 1000,
  });
  try {
    const [rows] = await connection.query(sql);
    return rows as Record<string, string>[];
  } finally {
    connection.destroy();
  }
}
