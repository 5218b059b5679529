import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

import { hotQuery } from './hot-query.js';

/**
 * A read on the path of every request: its SQL is written once instead of built each time, its rows are hydrated by the
 * driver as `find` would. Column names in `condition` are the database's, values stand as `?`.
 */
export class HotFind<Row extends ObjectLiteral> {
  readonly #texts = new WeakMap<EntityMetadata, string>();

  constructor(
    private readonly entity: EntityTarget<Row>,
    private readonly condition: string,
  ) {}

  async rows(manager: EntityManager, values: readonly unknown[]): Promise<Row[]> {
    const metadata = manager.dataSource.getMetadata(this.entity);
    const found = await hotQuery(manager, this.#text(metadata), values);
    return found.rows.map((raw) => hydrated<Row>(metadata, raw));
  }

  async first(manager: EntityManager, values: readonly unknown[]): Promise<Row | null> {
    return (await this.rows(manager, values))[0] ?? null;
  }

  #text(metadata: EntityMetadata): string {
    const known = this.#texts.get(metadata);
    if (known) return known;
    const columns = metadata.columns.map(({ databaseName }) => `\`${databaseName}\``).join(', ');
    const text = `SELECT ${columns} FROM \`${metadata.tableName}\` WHERE ${this.condition}`;
    this.#texts.set(metadata, text);
    return text;
  }
}

/** A row as the driver gave it, under its property names and with its dates. */
export function hydrated<Row extends ObjectLiteral>(metadata: EntityMetadata, raw: ObjectLiteral): Row {
  const { driver } = metadata.dataSource;
  const row = metadata.create() as ObjectLiteral;
  for (const column of metadata.columns) {
    row[column.propertyName] = driver.prepareHydratedValue(raw[column.databaseName], column);
  }
  return row as Row;
}
