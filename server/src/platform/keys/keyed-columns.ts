import type { Seal } from '../crypto/seal.js';

export type KeySetting = 'DATA_KEYS' | 'INDEX_KEYS' | 'SECRET_KEYS';

export type Row = Readonly<Record<string, string | null>>;

/** A column whose values name the key they were made with, `<id>.…`. */
export interface KeyedColumn {
  readonly setting: KeySetting;
  readonly table: string;
  /** Primary key; `id` unless stated. */
  readonly key?: string;
  readonly column: string;
  /** The key's number in SQL; what stands before the first dot unless stated. */
  readonly keyId?: string;
  /** What else of the row `anew` needs to see. */
  readonly beside?: readonly string[];
  /**
   * The columns that change with it, each made anew under the newest key; null when it cannot be made again. Left out where
   * nobody could, because what it was made of is not kept: those go with their rows, and the key stays until then.
   */
  readonly anew?: (row: Row) => Promise<Row | null> | Row | null;
}

/** A text that was sealed for its row and field. */
export const sealedColumn = (
  seal: Seal,
  where: { readonly table: string; readonly key?: string; readonly column: string },
  contextOf: (id: string) => string,
): KeyedColumn => ({
  ...where,
  setting: 'DATA_KEYS',
  anew: (row) => {
    const context = contextOf(row[where.key ?? 'id'] ?? '');
    return { [where.column]: seal.close(seal.open(row[where.column] ?? '', context), context) };
  },
});
