import { In, IsNull, MoreThan } from 'typeorm';

import type { PersonalData } from '../../account/personal-data.js';
import { after, DAY_MS, type Now } from '../../platform/clock.js';
import type { BlindIndex } from '../../platform/crypto/blind-index.js';
import type { Seal } from '../../platform/crypto/seal.js';
import type { Database } from '../../platform/database/transact.js';
import { type KeyedColumn, type Row, sealedColumn } from '../../platform/keys/keyed-columns.js';
import type { Rewritten } from '../../platform/keys/rewriting.js';
import { EvidenceFile } from './evidence-file.entity.js';
import type { EvidenceVault } from './evidence-vault.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { WATCHED } from './risk-assessment.js';
import { SealedFacts } from './sealed-facts.js';

interface Needs {
  readonly db: Database;
  readonly seal: Seal;
  readonly index: BlindIndex;
  readonly personal: PersonalData;
}

const table = 'replacement_requests';

/** What of a case stands under a key. */
export function replacementColumns({ db, seal, index, personal }: Needs): KeyedColumn[] {
  const facts = new SealedFacts(seal);
  const fact = (column: string, name: string) =>
    sealedColumn(seal, { table, column }, (id) => `replacement:${name}:${id}`);
  return [
    fact('nik_sealed', 'nik'),
    fact('nib_sealed', 'nib'),
    fact('identifier_sealed', 'identifier'),
    fact('former_email_sealed', 'formerEmail'),
    {
      ...{ setting: 'INDEX_KEYS', table, column: 'nik_index', beside: ['nik_sealed'] },
      anew: ({ id, nik_sealed: sealed }) => ({
        nik_index: personal.nikIndex(facts.open(id ?? '', 'nik', sealed ?? '')),
      }),
    },
    {
      ...{ setting: 'INDEX_KEYS', table: 'watched_addresses', key: 'address_index', column: 'address_index' },
      beside: ['request_id'],
      anew: async ({ request_id: id }): Promise<Row | null> => {
        const request = await db.rows.findOneBy(ReplacementRequest, { id: id ?? '' });
        return request && { address_index: index.of(WATCHED, request.newEmailKey) };
      },
    },
    { setting: 'SECRET_KEYS', table, column: 'token_hash' },
    { setting: 'SECRET_KEYS', table: 'evidence_files', column: 'upload_hash' },
  ];
}

interface Documents {
  readonly db: Database;
  readonly vault: EvidenceVault;
  readonly now: Now;
  /** RETAIN_EVIDENCE_D */
  readonly evidenceD: number;
}

const PAGE = 100;

/**
 * Seals stored documents anew. Those that are about to be erased are left to that: a copy written behind the eraser's back
 * would outlive its row.
 */
export async function sealDocumentsAnew(documents: Documents, newest: number): Promise<Rewritten> {
  const { db, vault, now, evidenceD } = documents;
  const stays = { endedAt: MoreThan(after(now(), -(evidenceD - 1) * DAY_MS)) };
  let rewritten = 0;
  const left: string[] = [];
  for (let from = ''; ; ) {
    const page = await db.rows.find(EvidenceFile, {
      where: { id: MoreThan(from), status: In(['STORED', 'SUPERSEDED'] as const) },
      order: { id: 'ASC' },
      take: PAGE,
    });
    const ids = In(page.map(({ requestId }) => requestId));
    const staying = await db.rows.find(ReplacementRequest, {
      select: { id: true },
      where: [
        { id: ids, endedAt: IsNull() },
        { id: ids, ...stays },
      ],
    });
    const kept = new Set(staying.map(({ id }) => id));
    for (const { id } of page.filter(({ requestId }) => kept.has(requestId))) {
      const done = await vault.sealAnew(id, newest).catch(() => undefined);
      if (done === undefined) left.push(`evidence ${id}`);
      else if (done) rewritten += 1;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return { rewritten, left };
    from = last.id;
  }
}
