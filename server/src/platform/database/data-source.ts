import mysql2, { type Connection, type ConnectionOptions, type Pool, type PoolOptions } from 'mysql2';
import { createConnection as connectTo } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { Overloaded } from '../graphql/overloaded.js';
import { type DatabaseAddress, type DatabaseNode, readDatabaseUrl } from './database-url.js';
import { prepareSession } from './session.js';
import { SqliteDriver } from './sqlite-driver.js';
import { Database } from './transact.js';
import { WriteNode } from './write-node.js';

type Shared = Pick<DataSourceOptions, 'entities' | 'migrations'>;

export interface PoolLimits {
  readonly connections: number;
  readonly queue: number;
  readonly connectTimeoutMs: number;
  /** A connection that is busy and silent for so long is cut; 0: never. */
  readonly silenceMs: number;
}

type Report = (reasonCode: string) => void;

const DEFAULT_POOL: PoolLimits = { connections: 10, queue: 50, connectTimeoutMs: 3000, silenceMs: 2500 };

/**
 * `sqlite:./data/akun.db` or `mysql://user:password@host,host:3306/database`; of several hosts one is worked with at a time.
 * On SQLite a second process on the same file is refused with `SQLITE_BUSY`. `report` hears why a node was left.
 */
export async function openDatabase(
  url: string,
  shared: Shared,
  pool = DEFAULT_POOL,
  report?: Report,
): Promise<Database> {
  return url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length), shared)
    : openMysql(readDatabaseUrl(url), shared, pool, report);
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

async function openMysql(
  { nodes, ...account }: DatabaseAddress,
  shared: Shared,
  limits: PoolLimits,
  report?: Report,
): Promise<Database> {
  const { connectTimeoutMs: connectTimeout } = limits;
  const { username: user, password, database } = account;
  const first = await firstToAnswer({ user, password, database, connectTimeout }, nodes);
  const node = new WriteNode(nodes, first.place, connectTimeout, report);
  const prepare = (connection: Connection) => prepareSession(connection, limits.silenceMs, node);
  const pool = await new DataSource({
    ...account,
    connectTimeout: 0, // the node is asked to be in time, so that it is left when it is not
    type: first.type,
    driver: {
      ...mysql2,
      createPool: (given: PoolOptions) =>
        sayingWhenFull(
          mysql2.createPool({ ...given, stream: () => node.connect() }).on('connection', prepare),
        ),
    },
    charset: 'utf8mb4',
    timezone: 'Z',
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

/** What the server says it is, not what the address claims: TypeORM writes another dialect for each. */
async function firstToAnswer(
  account: ConnectionOptions,
  nodes: readonly DatabaseNode[],
): Promise<{ place: number; type: 'mysql' | 'mariadb' }> {
  let failure: unknown;
  for (const [place, node] of nodes.entries()) {
    try {
      const connection = await connectTo({ ...account, ...node });
      const asked = { sql: 'SELECT VERSION() AS version', timeout: account.connectTimeout };
      const [rows] = await connection.query(asked).finally(() => connection.destroy());
      const isMariadb = (rows as { version: string }[])[0]?.version.includes('MariaDB');
      return { place, type: isMariadb ? 'mariadb' : 'mysql' };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
