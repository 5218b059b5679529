/** Where sealed files lie. Names are made by us: letters, digits and hyphens, never anything a person typed. */
export interface FileStore {
  /** Whole or not at all, also when the process dies meanwhile; replaces a file of that name. */
  put(name: string, sealed: Buffer): Promise<void>;
  /** Throws `NoSuchFile` before the first part. */
  read(name: string): AsyncIterable<Uint8Array>;
  /** Also what a `put` left half-done. A file that is not there is removed already. */
  remove(name: string): Promise<void>;
}

export class NoSuchFile extends Error {
  constructor() {
    super('There is no file of that name.');
  }
}

const NAME = /^[a-z0-9-]{1,80}$/;

/** Throws for a name that could lead elsewhere, which is a mistake in the program. */
export function assertFileName(name: string): void {
  if (!NAME.test(name)) throw new Error('A stored file has a name made by the program.');
}
