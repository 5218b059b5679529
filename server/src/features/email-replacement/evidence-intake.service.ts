import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

import { type EntityManager, In, MoreThan, Not } from 'typeorm';

import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import type { Hands } from '../../platform/files/hands.js';
import { receiveBody } from '../../platform/files/receive-body.js';
import type { Scan } from '../../platform/files/scan-files.js';
import { type ContentLimits, checkContent, type EvidenceType, readEvidenceType } from './evidence-content.js';
import type { EvidenceFault } from './evidence-fault.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceKind } from './evidence-kind.js';
import type { EvidenceVault } from './evidence-vault.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { amend, WITH_APPLICANT } from './replacement-status.js';

export interface Upload {
  readonly token: string;
  readonly contentType: string;
  /** As announced; null when it comes in parts of unknown sum. */
  readonly length: number | null;
  readonly body: Readable;
  readonly source: string;
}

export type Taken =
  | { readonly outcome: 'STORED' | 'HELD'; readonly id: string }
  | { readonly outcome: 'REFUSED'; readonly fault: EvidenceFault }
  | { readonly outcome: 'NO_SUCH_ADDRESS' | 'NOT_AS_ANNOUNCED' | 'TOO_LONG' | 'TOO_SHORT' | 'CUT_OFF' };

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly vault: EvidenceVault;
  readonly scan: Scan;
  /** Pictures unpacked at once. */
  readonly hands: Hands;
  readonly audit: Audit;
  readonly now: Now;
  readonly limits: ContentLimits;
}

interface Fit {
  readonly content: Buffer;
  readonly pages: number | null;
}

/** Takes the bytes of one document. Until it is fit and sealed it stands in memory only, so that an upload cut off leaves nothing behind. */
export class EvidenceIntakeService {
  constructor(private readonly needs: Needs) {}

  async take(upload: Upload): Promise<Taken> {
    const file = await this.#awaited(upload.token);
    if (!file) return { outcome: 'NO_SUCH_ADDRESS' };
    const announced = upload.length ?? file.size;
    if (readEvidenceType(upload.contentType) !== file.contentType || announced !== file.size)
      return { outcome: 'NOT_AS_ANNOUNCED' };
    // One address is good for one upload: of two at once one finds it taken.
    if (!(await this.#settle(file.id, 'AWAITED', { status: 'ARRIVING' })))
      return { outcome: 'NO_SUCH_ADDRESS' };
    try {
      return await this.#receive(file, upload);
    } catch (error) {
      await this.#lose(file.id);
      throw error;
    }
  }

  async #receive(file: EvidenceFile, { body, source }: Upload): Promise<Taken> {
    const { hands, limits, scan } = this.needs;
    const received = await receiveBody(body, file.size);
    if (received.outcome !== 'WHOLE') {
      await this.#lose(file.id);
      return received;
    }
    const type = file.contentType as EvidenceType;
    const checked = await hands.lend(() => checkContent(received.content, type, limits));
    if (checked.fault !== null) return this.#refuse(file, checked.fault);
    const verdict = await scan(checked.content);
    if (verdict === 'INFECTED') return this.#refuse(file, 'INFECTED');
    await this.needs.vault.put(file.id, checked.content);
    const outcome = verdict === 'CLEAN' ? 'STORED' : 'HELD';
    if (await this.#keep(file, checked, outcome, source)) return { outcome, id: file.id };
    await this.#lose(file.id); // handed in, or ended, in the meantime
    return { outcome: 'NO_SUCH_ADDRESS' };
  }

  #awaited(token: string): Promise<EvidenceFile | null> {
    const uploadHash = In(this.needs.hash.all('upload', token));
    const open = { uploadHash, status: 'AWAITED' as const, uploadExpiresAt: MoreThan(this.needs.now()) };
    return this.needs.db.rows.findOneBy(EvidenceFile, open);
  }

  /** The file, its place in the case and the hash in the trail, or none of it. */
  #keep(file: EvidenceFile, fit: Fit, status: 'STORED' | 'HELD', source: string): Promise<boolean> {
    const { db, audit, now } = this.needs;
    const sha256 = createHash('sha256').update(fit.content).digest('hex');
    const { id, requestId, kind } = file;
    const stored = { size: fit.content.length, pages: fit.pages, sha256, storedAt: now() };
    return db.transact(async (tx) => {
      const request = await tx.findOneByOrFail(ReplacementRequest, { id: requestId });
      const arrived = { ...stored, status, statusAt: now() };
      const taken = await transition(tx, EvidenceFile, { id, status: 'ARRIVING' }, arrived);
      // An earlier run of this unit may have got through although its answer was lost.
      if (!taken && (await tx.existsBy(EvidenceFile, { id, status }))) return true;
      const isOpen = taken && WITH_APPLICANT.includes(request.status);
      if (!isOpen || !(await amend(tx, request, { now: now(), set: {} }))) throw new Undo(false);
      if (kind !== EvidenceKind.OTHER) await this.#supersede(tx, file);
      const what = { subjectKind: 'CASE', subjectId: requestId, caseId: requestId, after: { kind, sha256 } };
      await audit.record(tx, {
        actorKind: 'ANONYMOUS',
        source,
        event: 'CASE_PROVEN',
        reasonCode: 'EVIDENCE',
        ...what,
      });
      return true;
    });
  }

  async #supersede(tx: EntityManager, { id, requestId, kind }: EvidenceFile): Promise<void> {
    const older = { requestId, kind, id: Not(id), status: In(['STORED', 'HELD']) };
    await tx.update(EvidenceFile, older, { status: 'SUPERSEDED', statusAt: this.needs.now() });
  }

  async #refuse({ id }: EvidenceFile, fault: EvidenceFault): Promise<Taken> {
    await this.#settle(id, 'ARRIVING', { status: 'REFUSED', statusReason: fault });
    return { outcome: 'REFUSED', fault };
  }

  /** First the object, then the row that knows of it: the other way round nobody would look for it again. */
  async #lose(id: string): Promise<void> {
    await this.needs.vault.erase(id);
    await this.#settle(id, 'ARRIVING', { status: 'LOST' });
  }

  #settle(
    id: string,
    from: 'AWAITED' | 'ARRIVING',
    to: Pick<EvidenceFile, 'status'> & Partial<EvidenceFile>,
  ): Promise<boolean> {
    const { db, now } = this.needs;
    return db.transact((tx) =>
      transition(tx, EvidenceFile, { id, status: from }, { ...to, statusAt: now() }),
    );
  }
}
