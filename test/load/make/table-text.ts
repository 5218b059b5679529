import type { EntityTarget, ObjectLiteral } from 'typeorm';

import type { Database } from '../../../server/src/platform/database/transact.js';

interface Column {
  readonly name: string;
  readonly property: string;
  /** What an absent value is written as. */
  readonly absent: unknown;
}

/** A table as those see it who write its text and have no database: the threads. */
interface Shape {
  readonly table: string;
  readonly columns: readonly Column[];
}

/** `VALUES`: of one INSERT, which every engine reads. `TABS`: of LOAD DATA, which MariaDB reads in two thirds of the time. */
export type Form = 'VALUES' | 'TABS';

/** By the entity's name, as plain data. */
export interface Shapes {
  readonly form: Form;
  readonly of: Readonly<Record<string, Shape>>;
}

/** Rows of one table, ready to be written. */
export interface Written {
  readonly table: string;
  readonly columns: string;
  readonly rows: number;
  readonly text: string;
}

export function shapesOf(db: Database, form: Form): Shapes {
  const shapes = db.writer.entityMetadatas.map(({ name, tableName: table, columns }) => {
    const known = columns.map(({ databaseName, propertyName: property, default: absent }) => ({
      name: databaseName,
      ...{ property, absent },
    }));
    return [name, { table, columns: known }] as const;
  });
  return { form, of: Object.fromEntries(shapes) };
}

/** Rows of one table as text: neither engine has to be handed a parameter for each value. */
export class TableText<Row extends ObjectLiteral> {
  readonly #shape: Shape;
  readonly #written: Style;
  #text = '';
  #rows = 0;

  constructor({ form, of }: Shapes, entity: EntityTarget<Row> & { readonly name: string }) {
    const shape = of[entity.name];
    if (!shape) throw new Error(`${entity.name} is no table.`);
    [this.#shape, this.#written] = [shape, STYLES[form]];
  }

  /** Columns that are left out get their default, or null. */
  add(row: Partial<Row>): void {
    const { begin, between, end, value } = this.#written;
    let text = begin;
    let next = '';
    for (const { property, absent } of this.#shape.columns) {
      const given: unknown = row[property];
      text += next + value(given === undefined ? absent : given);
      next = between;
    }
    this.#text += this.#rows === 0 ? text : end + text;
    this.#rows += 1;
  }

  /** What was added since; undefined for nothing. */
  take(): Written | undefined {
    if (this.#rows === 0) return undefined;
    const { table, columns } = this.#shape;
    const written = { table, rows: this.#rows, text: this.#text + this.#written.last };
    [this.#text, this.#rows] = ['', 0];
    return { ...written, columns: columns.map(({ name }) => name).join(', ') };
  }
}

interface Style {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
  readonly last: string;
  readonly value: (value: unknown) => string;
}

const STYLES: Readonly<Record<Form, Style>> = {
  VALUES: { begin: '(', between: ',', end: '),\n', last: ')', value: (value) => literal(value, 'NULL', "'") },
  TABS: { begin: '', between: '\t', end: '\n', last: '\n', value: (value) => literal(value, '\\N', '') },
};

/** Made data alone is written so; what somebody sent never is. */
function literal(value: unknown, nothing: string, quote: string): string {
  if (value === null || value === undefined) return nothing;
  if (value instanceof Date) return quote + spelled(value) + quote;
  if (typeof value === 'number' || typeof value === 'boolean') return `${Number(value)}`;
  const text = `${value}`;
  if (SPECIAL.test(text)) throw new Error('Made data has neither quotes nor backslashes nor tabs.');
  return quote + text + quote;
}

const SPECIAL = /['\\\t\n]/;

let [lastTime, lastSpelled] = [Number.NaN, ''];

/** The rows of one account share two or three moments. */
function spelled(at: Date): string {
  const time = at.getTime();
  if (time !== lastTime) [lastTime, lastSpelled] = [time, at.toISOString().slice(0, 23).replace('T', ' ')];
  return lastSpelled;
}
