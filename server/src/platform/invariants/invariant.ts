import { stretchesOf } from '../database/stretches.js';
import type { Database } from '../database/transact.js';

/** Something that holds between any two units of work, so that one row against it means a fault or a tampering hand. */
export interface Invariant {
  /** Stored and shown: `account-has-its-trail`. */
  readonly name: string;
  /** The same as a sentence, for whoever reads the findings. */
  readonly holds: string;
  /** Ids of the rows against it, never a value. Reads committed rows only, also beside a running service. */
  readonly breaches: (reading: Reading) => AsyncIterable<string>;
}

export interface Reading {
  readonly db: Database;
  readonly now: Date;
  /** Also what takes long: every stored document whole, not only the newest. */
  readonly thorough: boolean;
}

interface Rows {
  readonly table: string;
  /** Primary key, a text, by whose order the table is walked. */
  readonly key?: string;
  /**
   * What holds of a row against it, in SQL that both engines take. The row is `it`; each name of `values` stands as `:name`.
   * One statement reads one moment, so whatever is written in one unit may be compared.
   */
  readonly against: string;
  readonly values?: (now: Date) => Readonly<Record<string, Date | number>>;
}

/** Walks a table by its key and names the rows for which `against` is true. */
export const rowsOf = ({ table, key = 'id', against, values }: Rows): Invariant['breaches'] =>
  async function* ({ db, now }) {
    const given = { now, ...values?.(now) };
    const condition = placed(against, given);
    for await (const [from, last] of stretchesOf(db, table, key)) {
      const found: { id: string }[] = await db.rows.query(
        `SELECT it.${key} AS id FROM ${table} it WHERE it.${key} > ? AND it.${key} <= ? AND (${condition.text}) ORDER BY it.${key}`,
        [from, last, ...condition.values],
      );
      for (const { id } of found) yield id;
    }
  };

function placed(text: string, given: Readonly<Record<string, Date | number>>) {
  const values: (string | number)[] = [];
  const withMarks = text.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = given[name];
    if (value === undefined) throw new Error(`No value is given for :${name}.`);
    values.push(value instanceof Date ? asStored(value) : value);
    return '?';
  });
  return { text: withMarks, values };
}

/** As both engines keep and compare a time: UTC, to the millisecond. */
const asStored = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '');
