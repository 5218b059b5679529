import { hotQuery } from '../platform/database/hot-query.js';
import type { Database } from '../platform/database/transact.js';

/** Where the names of a kind stand. */
export interface NamesIn {
  readonly table: string;
  readonly id: string;
  readonly name: string;
  /** Which of the rows, where an id has several. */
  readonly where?: string;
}

type IdOf = (name: string) => Promise<string | null>;

/** By kind and id; an id that is gone is simply missing. */
export type Names = (kind: string | null, id: string | null) => string | undefined;

/**
 * How the trail calls what it is about. The desk knows its own people and offices; `compose.ts` and the rooms say where
 * the names of accounts and cases stand. A kind nobody names is shown by its word alone.
 */
export class SubjectNames {
  readonly #kinds = new Map<string, NamesIn>([
    ['AGENT', { table: 'agents', id: 'id', name: 'full_name' }],
    ['OFFICE', { table: 'offices', id: 'id', name: 'name' }],
  ]);
  readonly #ids = new Map<string, IdOf>();

  constructor(private readonly db: Database) {}

  /** `idOf` where people may type the name. */
  on(kind: string, names: NamesIn, idOf?: IdOf): void {
    this.#kinds.set(kind, names);
    if (idOf) this.#ids.set(kind, idOf);
  }

  async idOf(kind: string, name: string): Promise<string | null> {
    return (await this.#ids.get(kind)?.(name)) ?? null;
  }

  /** Every name of a page in one statement, however many kinds it speaks of. */
  async of(asked: ReadonlyMap<string, ReadonlySet<string>>): Promise<Names> {
    const parts = [...asked].flatMap(([kind, ids]) => {
      const names = this.#kinds.get(kind);
      return names && ids.size > 0 ? [{ text: selecting(kind, names, ids.size), values: [...ids] }] : [];
    });
    if (parts.length === 0) return () => undefined;
    const text = parts.map((part) => part.text).join(' UNION ALL ');
    const values = parts.flatMap((part) => part.values);
    const { rows } = await hotQuery(this.db.rows, text, values);
    const known = new Map(rows.map((row) => [`${row.kind} ${row.id}`, `${row.name}`]));
    return (kind, id) => known.get(`${kind} ${id}`);
  }
}

/** What is written into it comes from the program, never from a request. */
function selecting(kind: string, { table, id, name, where }: NamesIn, count: number): string {
  const holes = Array.from({ length: count }, () => '?').join(', ');
  const only = where ? ` AND ${where}` : '';
  return `SELECT '${kind}' AS kind, ${id} AS id, ${name} AS name FROM ${table} WHERE ${id} IN (${holes})${only}`;
}
