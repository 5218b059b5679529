import type { EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';

import type { Database } from '../../../server/src/platform/database/transact.js';

interface Column {
  readonly name: string;
  readonly property: string;
  /** What an absent value is written as. */
  readonly absent: string;
}

/** Rows of one table as the text of one INSERT: both engines read it, and neither has to be handed a parameter. */
export class TableText<Row extends ObjectLiteral> {
  readonly #begin: string;
  readonly #columns: readonly Column[];
  #rows: string[] = [];

  constructor(db: Database, entity: EntityTarget<Row>) {
    const { tableName, columns } = db.writer.getMetadata(entity);
    this.#columns = columns.map(({ databaseName: name, propertyName: property, default: fallback }) => ({
      name,
      property,
      absent: typeof fallback === 'function' ? fallback() : literal(fallback),
    }));
    this.#begin = `INSERT INTO ${tableName} (${this.#columns.map(({ name }) => name).join(', ')}) VALUES\n`;
  }

  /** Columns that are left out get their default, or null. */
  add(row: Partial<Row>): void {
    const values = this.#columns.map(({ property, absent }) => {
      const value: unknown = row[property];
      return value === undefined ? absent : literal(value);
    });
    this.#rows.push(`(${values.join(',')})`);
  }

  /** The INSERT of what was added since; undefined for nothing. */
  take(): string | undefined {
    if (this.#rows.length === 0) return undefined;
    const text = this.#begin + this.#rows.join(',\n');
    this.#rows = [];
    return text;
  }
}

/** Made data alone is written so; what somebody sent never is. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (value instanceof Date) return `'${value.toISOString().slice(0, 23).replace('T', ' ')}'`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${Number(value)}`;
  const text = `${value}`;
  if (/['\\]/.test(text)) throw new Error('Made data has neither quotes nor backslashes.');
  return `'${text}'`;
}

/**
 * Runs batches of statements, a transaction each, several at a time where the engine has several connections. Keys are
 * not checked against each other meanwhile (MariaDB), and SQLite does not wait for the disk: a filling that breaks off
 * has to begin again with an empty database.
 */
export class Lanes {
  readonly #free: QueryRunner[] = [];
  readonly #busy = new Set<Promise<void>>();
  #failure: unknown;

  private constructor(private readonly sqlite: boolean) {}

  static async open(db: Database, count: number): Promise<Lanes> {
    const sqlite = db.writer.options.type === 'better-sqlite3';
    const lanes = new Lanes(sqlite);
    for (let lane = 0; lane < (sqlite ? 1 : count); lane += 1) {
      const runner = db.writer.createQueryRunner();
      const settings = sqlite
        ? ['PRAGMA synchronous = OFF', 'PRAGMA cache_size = -262144', 'PRAGMA temp_store = MEMORY']
        : ['SET SESSION foreign_key_checks = 0, unique_checks = 0'];
      for (const text of settings) await runner.query(text);
      lanes.#free.push(runner);
    }
    return lanes;
  }

  /** Settles when a lane has taken the batch, which is not yet when it is written. */
  async put(statements: readonly string[]): Promise<void> {
    while (this.#free.length === 0) await Promise.race(this.#busy);
    if (this.#failure) throw this.#failure;
    const runner = this.#free.pop();
    if (!runner) return this.put(statements);
    const work = this.#write(runner, statements)
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => {
        this.#busy.delete(work);
        this.#free.push(runner);
      });
    this.#busy.add(work);
  }

  /** Settles when everything is written; puts the connections back as they were. */
  async close(): Promise<void> {
    await Promise.all(this.#busy);
    if (this.#failure) throw this.#failure;
    for (const runner of this.#free) {
      const settings = this.sqlite
        ? 'PRAGMA synchronous = FULL'
        : 'SET SESSION foreign_key_checks = 1, unique_checks = 1';
      await runner.query(settings);
      await runner.release();
    }
  }

  async #write(runner: QueryRunner, statements: readonly string[]): Promise<void> {
    await runner.query(this.sqlite ? 'BEGIN IMMEDIATE' : 'START TRANSACTION');
    for (const text of statements) await runner.query(text);
    await runner.query('COMMIT');
  }
}
