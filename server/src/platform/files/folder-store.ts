import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { assertFileName, type FileStore, NoSuchFile } from './file-store.js';

/** A folder of this machine, or one that several mount. */
export class FolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(name: string, sealed: Buffer): Promise<void> {
    const path = this.#path(name);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(half(path), 'w', 0o600);
    try {
      await file.writeFile(sealed);
      await file.sync(); // a name for a file whose bytes a power cut took would be worse than no file
    } finally {
      await file.close();
    }
    await rename(half(path), path);
  }

  async *read(name: string): AsyncIterable<Uint8Array> {
    try {
      yield* createReadStream(this.#path(name), { highWaterMark: 64 * 1024 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NoSuchFile();
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    const path = this.#path(name);
    await rm(half(path), { force: true });
    await rm(path, { force: true });
  }

  #path(name: string): string {
    assertFileName(name);
    return join(this.folder, name);
  }
}

const half = (path: string): string => `${path}.half`;
