import { Readable } from 'node:stream';

import type { Connection, ResultSetHeader } from 'mysql2';
import type { QueryRunner } from 'typeorm';

import { SqliteDriver } from '../../../server/src/platform/database/sqlite-driver.js';
import type { Database } from '../../../server/src/platform/database/transact.js';
import type { Form, Written } from './table-text.js';

interface Lane {
  write(tables: readonly Written[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Writes batches, a transaction each, several at a time where the engine has several connections. Keys are not checked
 * against each other meanwhile (MariaDB), and SQLite does not wait for the disk: a filling that breaks off has to begin
 * again with an empty database.
 */
export class Lanes {
  readonly #busy = new Set<Promise<void>>();
  #failure: unknown;

  private constructor(
    readonly form: Form,
    private readonly free: Lane[],
  ) {}

  static async open(db: Database, count: number): Promise<Lanes> {
    const { options } = db.writer;
    if (options.type === 'better-sqlite3') return new Lanes('VALUES', [sqliteLane(options.database)]);
    const form = (await takesFiles(db)) ? 'TABS' : 'VALUES';
    const lanes = Array.from({ length: count }, () => mysqlLane(db.writer.createQueryRunner(), form));
    return new Lanes(form, await Promise.all(lanes));
  }

  /** Settles when a lane has taken the batch, which is not yet when it is written. */
  async put(tables: readonly (Written | undefined)[]): Promise<void> {
    while (this.free.length === 0) await Promise.race(this.#busy);
    if (this.#failure) throw this.#failure;
    const lane = this.free.pop();
    if (!lane) return this.put(tables);
    const work = lane
      .write(tables.filter((table) => table !== undefined))
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => {
        this.#busy.delete(work);
        this.free.push(lane);
      });
    this.#busy.add(work);
  }

  /** Settles when everything is written; puts the connections back as they were. */
  async close(): Promise<void> {
    await Promise.all(this.#busy);
    for (const lane of this.free) await lane.close();
    if (this.#failure) throw this.#failure;
  }
}

/** MySQL takes files from clients only when told to. */
async function takesFiles({ writer }: Database): Promise<boolean> {
  const [row] = await writer.query<{ taken: unknown }[]>('SELECT @@local_infile AS taken');
  return Number(row?.taken) === 1;
}

const insert = ({ table, columns, text }: Written) => `INSERT INTO ${table} (${columns}) VALUES\n${text}`;

/** A connection of its own: through the other one, every statement would stay in memory until it is collected. */
function sqliteLane(file: string): Lane {
  const own = new SqliteDriver(file);
  for (const text of ['synchronous = OFF', 'cache_size = -262144', 'temp_store = MEMORY']) own.pragma(text);
  return {
    async write(tables) {
      own.exec('BEGIN IMMEDIATE');
      for (const table of tables) own.exec(insert(table));
      own.exec('COMMIT');
    },
    async close() {
      own.close();
    },
  };
}

async function mysqlLane(runner: QueryRunner, form: Form): Promise<Lane> {
  const connection = (await runner.connect()) as Connection;
  const run = (sql: string, text?: string) => asked(connection, sql, text);
  await run('SET SESSION foreign_key_checks = 0, unique_checks = 0');
  const load = async (written: Written) => {
    const { table, columns, rows, text } = written;
    const into = `INTO TABLE ${table} CHARACTER SET utf8mb4 (${columns})`;
    const { affectedRows, warningStatus } =
      form === 'TABS' ? await run(`LOAD DATA LOCAL INFILE 'made' ${into}`, text) : await run(insert(written));
    // A file from a client skips what does not fit instead of refusing it.
    if (affectedRows !== rows || warningStatus > 0) throw new Error(`Not every row fits into ${table}.`);
  };
  return {
    async write(tables) {
      await run('START TRANSACTION');
      for (const table of tables) await load(table);
      await run('COMMIT');
    },
    async close() {
      await run('SET SESSION foreign_key_checks = 1, unique_checks = 1');
      await runner.release();
    },
  };
}

/** `text` is the file that the statement loads. */
function asked(connection: Connection, sql: string, text = ''): Promise<ResultSetHeader> {
  return new Promise((resolve, reject) => {
    const infileStreamFactory = () => Readable.from([Buffer.from(text)]);
    connection.query<ResultSetHeader>({ sql, infileStreamFactory }, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
}
