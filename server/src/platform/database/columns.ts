import type { QueryRunner, TableColumnOptions } from 'typeorm';

/** Column shapes that both engines read back exactly as the entities declare them. */
export function columnsFor(runner: QueryRunner) {
  const sqlite = runner.dataSource.options.type === 'better-sqlite3';
  // Exact comparison, trailing spaces included, as SQLite compares.
  const collation = runner.dataSource.options.type === 'mariadb' ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
  const binary = sqlite ? {} : { charset: 'utf8mb4', collation };
  const literal = (value: number) => (sqlite ? `${value}` : `'${value}'`);
  type More = Partial<TableColumnOptions>;

  return {
    id: (name = 'id', more: More = {}): TableColumnOptions => ({
      name,
      type: 'varchar',
      length: '36',
      isPrimary: name === 'id',
      ...binary,
      ...more,
    }),
    text: (name: string, length: number, more: More = {}): TableColumnOptions => ({
      name,
      type: 'varchar',
      length: `${length}`,
      ...binary,
      ...more,
    }),
    int: (name: string, start?: number, more: More = {}): TableColumnOptions => ({
      name,
      type: sqlite ? 'integer' : 'int',
      ...(start === undefined ? {} : { default: literal(start) }),
      ...more,
    }),
    at: (name: string, more: More = {}): TableColumnOptions => ({
      name,
      type: 'datetime',
      precision: 3,
      ...more,
    }),
    bool: (name: string, start: boolean): TableColumnOptions => ({
      name,
      type: sqlite ? 'boolean' : 'tinyint',
      default: literal(Number(start)),
    }),
    /** Longer than an index may be: sealed bodies, rendered texts. */
    long: (name: string, more: More = {}): TableColumnOptions => ({
      name,
      type: 'text',
      ...binary,
      ...more,
    }),
  };
}
