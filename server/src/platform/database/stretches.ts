import type { Database } from './transact.js';

/** Rows a statement looks at: soon enough done for a connection that is cut after `DB_QUERY_TIMEOUT_MS`. */
const ROWS = 2000;

/** A table of any size in stretches of its key, a text: everything after the first and up to the second of each pair. */
export async function* stretchesOf(
  db: Database,
  table: string,
  key: string,
): AsyncGenerator<readonly [from: string, last: string]> {
  for (let from = ''; ; ) {
    const [end]: { last: string | null }[] = await db.rows.query(
      `SELECT MAX(k) AS last FROM (SELECT ${key} AS k FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${ROWS}) stretch`,
      [from],
    );
    if (!end?.last) return;
    yield [from, end.last];
    from = end.last;
  }
}
