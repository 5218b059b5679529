import type { Invariant, Reading } from './invariant.js';

export interface Checked {
  readonly invariant: Invariant;
  /** How many rows are against it, `MOST` at most. */
  readonly found: number;
  /** The first of them. */
  readonly first: readonly string[];
}

/** Where counting stops: by then it is a landslide, and its size says nothing more. */
export const MOST = 1000;
const SHOWN = 5;

/** Checks one after another, so that a live database is not asked for everything at once. */
export async function* checkInvariants(
  invariants: readonly Invariant[],
  reading: Reading,
): AsyncGenerator<Checked> {
  for (const invariant of invariants) {
    const first: string[] = [];
    let found = 0;
    for await (const id of invariant.breaches(reading)) {
      found += 1;
      if (first.length < SHOWN) first.push(id);
      if (found === MOST) break;
    }
    yield { invariant, found, first };
  }
}
