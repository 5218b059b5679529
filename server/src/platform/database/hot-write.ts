import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

import { hotQuery } from './hot-query.js';

/** Every column is named, so that the text can be the same each time: what has a default is given it by the caller. */
export type WholeRow<Row> = { readonly [Column in keyof Row]: Row[Column] };

/** An insert on the path of every request: its SQL is written once instead of built each time. */
export class HotInsert<Row extends ObjectLiteral> {
  #text: string | undefined;

  constructor(private readonly entity: EntityTarget<Row>) {}

  async into(tx: EntityManager, row: WholeRow<Row>): Promise<void> {
    const { driver } = tx.dataSource;
    const { tableName, columns } = tx.dataSource.getMetadata(this.entity);
    this.#text ??= `INSERT INTO \`${tableName}\` (${columns
      .map(({ databaseName }) => `\`${databaseName}\``)
      .join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const values = columns.map((column) =>
      driver.preparePersistentValue((row as ObjectLiteral)[column.propertyName], column),
    );
    await hotQuery(tx, this.#text, values);
  }
}

/** How many rows one written-out UPDATE matched; values stand as `?`. */
export async function update(rows: EntityManager, text: string, values: readonly unknown[]): Promise<number> {
  return (await hotQuery(rows, text, values)).affected;
}
