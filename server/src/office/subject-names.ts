/** Names for ids, whole lists at once; an id that is gone is simply missing. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

type IdOf = (name: string) => Promise<string | null>;

const NOBODY: ReadonlyMap<string, string> = new Map();

/**
 * How the trail calls what it is about. The desk knows its agents only; `compose.ts` and the rooms say the names of
 * accounts and cases. A kind nobody names is shown by its word alone.
 */
export class SubjectNames {
  readonly #kinds = new Map<string, NamesOf>();
  readonly #ids = new Map<string, IdOf>();

  /** `idOf` where people may type the name. */
  on(kind: string, names: NamesOf, idOf?: IdOf): void {
    this.#kinds.set(kind, names);
    if (idOf) this.#ids.set(kind, idOf);
  }

  async idOf(kind: string, name: string): Promise<string | null> {
    return (await this.#ids.get(kind)?.(name)) ?? null;
  }

  async of(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return ids.length === 0 ? NOBODY : ((await this.#kinds.get(kind)?.(ids)) ?? NOBODY);
  }

  get kinds(): readonly string[] {
    return [...this.#kinds.keys()];
  }
}
