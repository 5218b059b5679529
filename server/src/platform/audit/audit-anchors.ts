import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { AuditSeal } from './audit-seal.entity.js';

/** The chain's head as it was at a moment, kept where a change of the database does not reach. */
export interface Anchor {
  readonly at: string;
  readonly seq: number;
  readonly eventId: string;
  readonly chain: string;
}

/** One JSON line an anchor. Move copies off the machine; a chain cut behind the last copy is noticed (R86). */
export class AuditAnchors {
  readonly #file: string;
  #last = 0;

  constructor(folder: string) {
    this.#file = join(folder, 'audit-anchors.jsonl');
  }

  /** On the disk when it resolves. False, and nothing written, while the head has not moved since the last call. */
  async append({ seq, eventId, chain }: AuditSeal, now: Date): Promise<boolean> {
    if (seq === this.#last) return false;
    const line = JSON.stringify({ at: now.toISOString(), seq, eventId, chain } satisfies Anchor);
    const file = await open(this.#file, 'a+', 0o600);
    try {
      await file.appendFile(`${(await endsTorn(file)) ? '\n' : ''}${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    this.#last = seq;
    return true;
  }

  /** In the order of the chain. A line torn by a crash is passed over: it never was an anchor. */
  async read(): Promise<Anchor[]> {
    const anchors: Anchor[] = [];
    try {
      for await (const line of createInterface(createReadStream(this.#file))) {
        const anchor = parsedLine(line);
        if (anchor) anchors.push(anchor);
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return anchors.sort((a, b) => a.seq - b.seq);
  }
}

async function endsTorn(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

function parsedLine(line: string): Anchor | undefined {
  try {
    const anchor = JSON.parse(line) as Anchor;
    return Number.isInteger(anchor.seq) && typeof anchor.chain === 'string' ? anchor : undefined;
  } catch {
    return undefined;
  }
}
