import { type EntityManager, type ObjectLiteral, QueryFailedError, type QueryRunner } from 'typeorm';

export interface Outcome {
  readonly rows: readonly ObjectLiteral[];
  /** How many rows a change matched. */
  readonly affected: number;
}

/**
 * One written-out statement on the path of every request, with as little around it as the driver allows: TypeORM's own
 * way to MySQL costs as much processor time again as the round trip. Both engines take backticks; values stand as `?`.
 */
export function hotQuery(manager: EntityManager, text: string, values: readonly unknown[]): Promise<Outcome> {
  const { queryRunner, dataSource } = manager;
  if (dataSource.options.type === 'better-sqlite3')
    return onSqlite(queryRunner ?? dataSource.createQueryRunner(), text, values);
  // TypeORM guards only its own way: a unit that is over has given its connection to somebody else.
  if (queryRunner?.isReleased) throw new Error('A statement came after the end of its unit of work.');
  dataSource.logger.logQuery(text, [...values], queryRunner);
  if (queryRunner) return inUnit(queryRunner, text, values);
  return borrowing((dataSource.driver as unknown as { pool: Pool }).pool, text, values);
}

async function onSqlite(runner: QueryRunner, text: string, values: readonly unknown[]): Promise<Outcome> {
  const { records = [], affected = 0 } = await runner.query(text, [...values], true);
  return { rows: records, affected };
}

async function inUnit(runner: QueryRunner, text: string, values: readonly unknown[]): Promise<Outcome> {
  const connection: Connection = await runner.connect();
  return ask(connection, text, values);
}

async function borrowing(pool: Pool, text: string, values: readonly unknown[]): Promise<Outcome> {
  const connection = await new Promise<Connection>((resolve, reject) =>
    pool.getConnection((error, lent) => (error ? reject(error) : resolve(lent))),
  );
  try {
    return await ask(connection, text, values);
  } finally {
    connection.release();
  }
}

function ask(connection: Connection, text: string, values: readonly unknown[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    connection.query(text, values, (error, result) => {
      if (error) reject(new QueryFailedError(text, [...values], error));
      else if ('affectedRows' in result) resolve({ rows: [], affected: result.affectedRows });
      else resolve({ rows: result, affected: 0 });
    });
  });
}

/** The part of mysql2 that is used here. */
interface Connection {
  query(text: string, values: readonly unknown[], done: (error: Error | null, result: Result) => void): void;
  release(): void;
}

interface Pool {
  getConnection(done: (error: Error | null, connection: Connection) => void): void;
}

type Result = readonly ObjectLiteral[] | { readonly affectedRows: number };
