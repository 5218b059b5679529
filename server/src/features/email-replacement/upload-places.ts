import { Overloaded } from '../../platform/graphql/overloaded.js';

export interface Places {
  readonly most: number;
  readonly mostOfSource: number;
}

/** Places for uploads, each of which holds one document in memory. One source has a few of them, so that it cannot keep out everybody by sending slowly. */
export class UploadPlaces {
  readonly #bySource = new Map<string, number>();
  #taken = 0;

  constructor(private readonly places: Places) {}

  /** Throws `Overloaded` where none is free. */
  async hold<T>(source: string, work: () => Promise<T>): Promise<T> {
    const { most, mostOfSource } = this.places;
    const own = this.#bySource.get(source) ?? 0;
    if (this.#taken >= most || own >= mostOfSource) throw new Overloaded();
    this.#count(source, 1);
    try {
      return await work();
    } finally {
      this.#count(source, -1);
    }
  }

  #count(source: string, more: 1 | -1): void {
    this.#taken += more;
    const own = (this.#bySource.get(source) ?? 0) + more;
    if (own > 0) this.#bySource.set(source, own);
    else this.#bySource.delete(source);
  }
}
