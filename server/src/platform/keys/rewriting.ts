import { stretchesOf } from '../database/stretches.js';
import type { Database } from '../database/transact.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import type { KeyedColumn, Row } from './keyed-columns.js';

/** Rows that one unit of work changes: few, so that nobody waits long behind it. */
const AT_ONCE = 20;

export interface Rewritten {
  readonly rewritten: number;
  /** Rows that keep their old key: they do not open, cannot be made again, or another row has that value already. */
  readonly left: readonly string[];
}

/**
 * Writes every value of a column anew that is not under key `newest`, beside whoever works with the rows. Each UPDATE asks
 * for the very value it replaces: whoever changed a row meanwhile wins. May be stopped and begun again at any time.
 */
export async function rewrite(db: Database, keyed: KeyedColumn, newest: number): Promise<Rewritten> {
  let rewritten = 0;
  const left: string[] = [];
  for await (const [from, last] of stretchesOf(db, keyed.table, keyed.key ?? 'id')) {
    const old = await ofOlderKeys(db, keyed, { newest, from, last });
    for (let place = 0; place < old.length; place += AT_ONCE) {
      const rows = old.slice(place, place + AT_ONCE);
      const kept = await rewriteThese(db, keyed, rows);
      left.push(...kept);
      rewritten += rows.length - kept.length;
    }
  }
  return { rewritten, left };
}

/** Answers the keys of those that stay as they are. */
async function rewriteThese(db: Database, keyed: KeyedColumn, rows: readonly Row[]): Promise<string[]> {
  const changes = await Promise.all(rows.map((row) => changeOf(keyed, row)));
  const closed = changes.flatMap(({ row, to }) => (to ? [] : [row[keyed.key ?? 'id'] ?? '']));
  const taken = await write(
    db,
    keyed,
    changes.flatMap(({ row, to }) => (to ? [{ row, to }] : [])),
  );
  return [...closed, ...taken];
}

function ofOlderKeys(
  db: Database,
  { table, key = 'id', column, beside = [] }: KeyedColumn,
  { newest, from, last }: { newest: number; from: string; last: string },
): Promise<Row[]> {
  const columns = [...new Set([key, column, ...beside])].join(', ');
  return db.rows.query(
    `SELECT ${columns} FROM ${table} WHERE ${key} > ? AND ${key} <= ? AND ${column} IS NOT NULL AND ${column} NOT LIKE ?`,
    [from, last, `${newest}.%`],
  );
}

async function changeOf({ anew }: KeyedColumn, row: Row): Promise<{ row: Row; to: Row | null }> {
  try {
    return { row, to: (await anew?.(row)) ?? null };
  } catch {
    return { row, to: null }; // it does not open; what is wrong with it is not to be told by its own text
  }
}

/** Answers the keys of the rows whose new value another row has. */
async function write(
  db: Database,
  keyed: KeyedColumn,
  changes: readonly { row: Row; to: Row }[],
): Promise<string[]> {
  try {
    await db.transact(async (tx) => {
      for (const { row, to } of changes) await tx.query(...statement(keyed, row, to));
    });
    return [];
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const [only, ...others] = changes;
    if (only && others.length === 0) return [only.row[keyed.key ?? 'id'] ?? ''];
    const taken: string[] = [];
    for (const change of changes) taken.push(...(await write(db, keyed, [change])));
    return taken;
  }
}

function statement(
  { table, key = 'id', column }: KeyedColumn,
  row: Row,
  to: Row,
): [text: string, values: (string | null)[]] {
  const set = Object.keys(to).map((name) => `${name} = ?`);
  return [
    `UPDATE ${table} SET ${set.join(', ')} WHERE ${key} = ? AND ${column} = ?`,
    [...Object.values(to), row[key] ?? null, row[column] ?? null],
  ];
}
