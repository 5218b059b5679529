import { createHash } from 'node:crypto';

import { In, MoreThan } from 'typeorm';

import { after, DAY_MS } from '../../platform/clock.js';
import type { Invariant, Reading } from '../../platform/invariants/invariant.js';
import { EvidenceFile } from './evidence-file.entity.js';
import type { EvidenceVault } from './evidence-vault.js';

const PAGE = 200;
/** What a nightly check looks at; a thorough one reads everything. */
const LATELY_MS = 2 * DAY_MS;

export const evidenceInvariants = (vault: EvidenceVault): Invariant[] => [
  {
    name: 'document-in-use-is-there',
    holds: 'Every document of a case opens and is what was handed in.',
    async *breaches(reading) {
      for await (const file of documents(reading)) {
        const missing = !(await isWhole(vault, file)) && (await isStillThere(reading, file));
        if (missing) yield file.id;
      }
    },
  },
];

async function* documents({ db, now, thorough }: Reading): AsyncGenerator<EvidenceFile> {
  const status = In(['STORED', 'HELD', 'SUPERSEDED'] as const);
  const lately = thorough ? {} : { statusAt: MoreThan(after(now, -LATELY_MS)) };
  for (let from = ''; ; ) {
    const where = { id: MoreThan(from), status, ...lately };
    const page = await db.rows.find(EvidenceFile, { where, order: { id: 'ASC' }, take: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    from = last.id;
  }
}

/** It may have been erased while it was read. */
const isStillThere = ({ db }: Reading, { id, status }: EvidenceFile): Promise<boolean> =>
  db.rows.existsBy(EvidenceFile, { id, status });

async function isWhole(vault: EvidenceVault, { id, sha256 }: EvidenceFile): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const part of vault.read(id)) hash.update(part);
  } catch {
    return false; // gone, cut short, or another's
  }
  return sha256 === null || hash.digest('hex') === sha256;
}
