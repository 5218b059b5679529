import { In, LessThanOrEqual } from 'typeorm';

import type { Audit } from '../../platform/audit/audit.js';
import { after, DAY_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { EvidenceFile } from './evidence-file.entity.js';
import type { EvidenceVault } from './evidence-vault.js';
import { ReplacementRequest } from './replacement-request.entity.js';

interface Needs {
  readonly db: Database;
  readonly vault: EvidenceVault;
  readonly audit: Audit;
  readonly now: Now;
  /** RETAIN_EVIDENCE_D, RETAIN_CASE_Y. */
  readonly evidenceD: number;
  readonly caseY: number;
}

const AT_ONCE = 50;
const YEAR_D = 366;

/** Documents go some time after their case ended, the case itself years later; the trail keeps the hashes. */
export class EvidenceRetentionJob {
  constructor(private readonly needs: Needs) {}

  /** True while there may be more. */
  async run(): Promise<boolean> {
    return (await this.#evidence()) || (await this.#cases());
  }

  async #evidence(): Promise<boolean> {
    const { db, now, evidenceD } = this.needs;
    const before = after(now(), -evidenceD * DAY_MS);
    // Oldest files first, by their own index; a file is never younger than the end of its case.
    const due = await db.rows
      .createQueryBuilder(EvidenceFile, 'file')
      .innerJoin(ReplacementRequest, 'request', 'request.id = file.requestId')
      .where({ status: In(['STORED', 'HELD', 'SUPERSEDED']), statusAt: LessThanOrEqual(before) })
      .andWhere('request.endedAt <= :before', { before })
      .orderBy('file.statusAt')
      .take(AT_ONCE)
      .getMany();
    for (const file of due) await this.#erase(file);
    return due.length === AT_ONCE;
  }

  async #erase({ id, requestId, kind }: EvidenceFile): Promise<void> {
    const { db, vault, audit, now } = this.needs;
    await vault.erase(id); // first: a row that says "erased" must be true
    await db.transact(async (tx) => {
      await tx.update(EvidenceFile, { id }, { status: 'ERASED', statusAt: now() });
      await tx.update(ReplacementRequest, { id: requestId }, { evidenceErasedAt: now() });
      const what = { subjectKind: 'EVIDENCE', subjectId: id, caseId: requestId, after: { kind } };
      await audit.record(tx, {
        actorKind: 'SYSTEM',
        event: 'RETENTION_RUN',
        reasonCode: 'EVIDENCE',
        ...what,
      });
    });
  }

  async #cases(): Promise<boolean> {
    const { db, audit, now, caseY } = this.needs;
    const endedAt = LessThanOrEqual(after(now(), -caseY * YEAR_D * DAY_MS));
    const where = { endedAt };
    const gone = await db.rows.find(ReplacementRequest, { select: { id: true }, where, take: AT_ONCE });
    for (const { id } of gone) {
      await db.transact(async (tx) => {
        await tx.delete(ReplacementRequest, { id });
        const what = { subjectKind: 'CASE', subjectId: id, caseId: id };
        await audit.record(tx, { actorKind: 'SYSTEM', event: 'RETENTION_RUN', reasonCode: 'CASE', ...what });
      });
    }
    return gone.length === AT_ONCE;
  }
}
