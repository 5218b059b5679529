import { stretchesOf } from '../database/stretches.js';
import type { Database } from '../database/transact.js';
import type { KeyedColumn, KeySetting } from './keyed-columns.js';

export interface Use {
  readonly setting: KeySetting;
  readonly keyId: number;
  readonly table: string;
  readonly column: string;
  readonly rows: number;
}

/** How many values of each column were made with which key; a key that nothing uses may be taken out of its setting. */
export async function* keyUsage(db: Database, columns: readonly KeyedColumn[]): AsyncGenerator<Use> {
  for (const { setting, table, key = 'id', column, keyId: stated } of columns) {
    const keyId = stated ?? `SUBSTR(${column}, 1, INSTR(${column}, '.') - 1)`;
    const known = stated ? '1 = 1' : `INSTR(${column}, '.') > 1`;
    const counted = new Map<number, number>();
    for await (const [from, last] of stretchesOf(db, table, key)) {
      const found: { id: string; n: string | number }[] = await db.rows.query(
        `SELECT ${keyId} AS id, COUNT(*) AS n FROM ${table} WHERE ${key} > ? AND ${key} <= ? AND ${known} GROUP BY ${keyId}`,
        [from, last],
      );
      for (const { id, n } of found) counted.set(Number(id), (counted.get(Number(id)) ?? 0) + Number(n));
    }
    for (const [id, rows] of counted) yield { setting, keyId: id, table, column, rows };
  }
}
