import { createHash } from 'node:crypto';

import sharp from 'sharp';

import type { House } from '../../../server/src/compose.js';
import { drawDocument } from '../../../server/src/demo-documents.js';
import { EvidenceKind } from '../../../server/src/features/email-replacement/evidence-kind.js';
import { EvidenceVault } from '../../../server/src/features/email-replacement/evidence-vault.js';

interface Drawn {
  readonly content: Buffer;
  readonly size: number;
  readonly sha256: string;
}

/** One small picture a kind, drawn once; each made file is that picture under its own seal. */
export class Documents {
  readonly #vault: EvidenceVault;
  #writing: Promise<void>[] = [];

  private constructor(
    { files, sealedFiles }: House,
    private readonly drawn: ReadonlyMap<EvidenceKind, Drawn>,
  ) {
    this.#vault = new EvidenceVault(files, sealedFiles);
  }

  static async draw(house: House): Promise<Documents> {
    const kinds = Object.values(EvidenceKind);
    const drawings = kinds.map(async (kind) => [kind, await drawnOnce(kind)] as const);
    return new Documents(house, new Map(await Promise.all(drawings)));
  }

  of(kind: EvidenceKind): Drawn {
    const drawn = this.drawn.get(kind);
    if (!drawn) throw new Error('Every kind has its picture.');
    return drawn;
  }

  /** Begins to write it; `stored` settles when all are. */
  store(id: string, kind: EvidenceKind): Drawn {
    const drawn = this.of(kind);
    this.#writing.push(this.#vault.put(id, drawn.content));
    return drawn;
  }

  async stored(): Promise<void> {
    await Promise.all(this.#writing);
    this.#writing = [];
  }
}

async function drawnOnce(kind: EvidenceKind): Promise<Drawn> {
  const drawing = await drawDocument(kind, 'CONTOH');
  const content = await sharp(drawing).resize(320).jpeg({ quality: 40 }).toBuffer();
  return { content, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}
