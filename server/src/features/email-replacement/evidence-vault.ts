import type { FileStore } from '../../platform/files/file-store.js';
import type { SealedChunks } from '../../platform/files/sealed-chunks.js';

/** Documents at rest: encrypted, each under its own id and to be opened as nothing else. */
export class EvidenceVault {
  constructor(
    private readonly store: FileStore,
    private readonly sealing: SealedChunks,
  ) {}

  put(id: string, content: Buffer): Promise<void> {
    return this.store.put(id, this.sealing.close(content, contextOf(id)));
  }

  /** Part by part, each proven before it is handed on. */
  read(id: string): AsyncIterable<Buffer> {
    return this.sealing.open(this.store.read(id), contextOf(id));
  }

  async readWhole(id: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.read(id)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** True when it was under another key than `newest` and is no longer. */
  async sealAnew(id: string, newest: number): Promise<boolean> {
    for await (const head of this.store.read(id)) {
      if (this.sealing.keyIdOf(head) === newest) return false;
      break;
    }
    await this.put(id, await this.readWhole(id));
    return true;
  }

  erase(id: string): Promise<void> {
    return this.store.remove(id);
  }
}

const contextOf = (id: string): string => `evidence:${id}`;
