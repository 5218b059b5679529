import type { Socket } from 'node:net';

import mysql2, { type Connection, type Pool, type PoolOptions } from 'mysql2';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { Overloaded } from '../graphql/overloaded.js';
import { SqliteDriver } from './sqlite-driver.js';
import { Database } from './transact.js';

type Shared = Pick<DataSourceOptions, 'entities' | 'migrations'>;

export interface PoolLimits {
  readonly connections: number;
  readonly queue: number;
  readonly connectTimeoutMs: number;
  /** A connection that is busy and silent for so long is cut; 0: never. */
  readonly silenceMs: number;
}

const DEFAULT_POOL: PoolLimits = { connections: 10, queue: 50, connectTimeoutMs: 3000, silenceMs: 2500 };

/**
 * `sqlite:./data/akun.db` or `mysql://user:password@host:3306/database`.
 * On SQLite a second process on the same file is refused with `SQLITE_BUSY`.
 */
export async function openDatabase(url: string, shared: Shared, pool = DEFAULT_POOL): Promise<Database> {
  return url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length), shared)
    : openMysql(url, shared, pool);
}

const locks = new Map<string, SqliteDriver>();

async function openSqlite(file: string, shared: Shared): Promise<Database> {
  const connect = (...pragmas: string[]) =>
    new DataSource({
      type: 'better-sqlite3',
      driver: SqliteDriver,
      database: file,
      prepareDatabase: (db: SqliteDriver) => {
        for (const pragma of pragmas) db.pragma(pragma);
      },
      ...shared,
    }).initialize();
  // A second process is refused at once. Kept referenced: a collected object would let the lock go.
  const lock = new SqliteDriver(`${file}.lock`, { timeout: 0 });
  lock.exec('BEGIN EXCLUSIVE');
  locks.set(file, lock);
  const writer = await connect('journal_mode = WAL', 'synchronous = FULL');
  return new SqliteDatabase(writer, await connect('query_only = ON'), () => {
    lock.close();
    locks.delete(file);
  });
}

class SqliteDatabase extends Database {
  constructor(
    writer: DataSource,
    reader: DataSource,
    private readonly letGo: () => void,
  ) {
    super(writer, reader);
  }

  override async close(): Promise<void> {
    await super.close();
    this.letGo();
  }
}

async function openMysql(url: string, shared: Shared, limits: PoolLimits): Promise<Database> {
  const prepare = (connection: Connection) => prepareSession(connection, limits.silenceMs);
  const pool = await new DataSource({
    type: await serverKind(url, limits.connectTimeoutMs),
    url,
    driver: {
      ...mysql2,
      createPool: (options: PoolOptions) =>
        sayingWhenFull(mysql2.createPool(options).on('connection', prepare)),
    },
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout: limits.connectTimeoutMs,
    poolSize: limits.connections,
    extra: { queueLimit: limits.queue },
    ...shared,
  }).initialize();
  return new Database(pool, pool);
}

/** Readers and writers alike: whoever finds the pool's queue full is told so, not that something broke. */
function sayingWhenFull(pool: Pool): Pool {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (done) =>
    getConnection((error, connection) =>
      done(error?.message === 'Queue limit reached.' ? (new Overloaded() as never) : error, connection),
    );
  return pool;
}

function prepareSession(connection: Connection, silenceMs: number): void {
  // A per-query timeout would leave the ROLLBACK waiting behind the stuck query; closing the socket frees both.
  const { stream } = connection as unknown as { stream: Socket };
  stream.setTimeout(silenceMs).on('timeout', () => {
    const busy = Boolean((connection as unknown as { _command: unknown })._command);
    if (busy) stream.destroy(new Error('The database fell silent.'));
    else stream.setTimeout(silenceMs); // node fires it once; arm it again
  });
  connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  // Galera: read what any node has committed. A server without it answers 1193, which is fine.
  connection.query('SET SESSION wsrep_sync_wait = 1', () => undefined);
}

/** What the server says it is, not what the address claims: TypeORM writes another dialect for each. */
async function serverKind(url: string, connectTimeout: number): Promise<'mysql' | 'mariadb'> {
  const connection = mysql2.createConnection({ uri: url, connectTimeout }).promise();
  const [rows] = await connection.query('SELECT VERSION() AS version');
  await connection.end();
  return (rows as { version: string }[])[0]?.version.includes('MariaDB') ? 'mariadb' : 'mysql';
}
