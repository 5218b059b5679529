import { type EntityManager, In, MoreThan } from 'typeorm';

import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import { newToken } from '../../platform/crypto/random-token.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import { forUpdate } from '../../platform/database/dialect.js';
import type { Database } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { newId } from '../../platform/ids.js';
import { readEvidenceType } from './evidence-content.js';
import { wordsOfSize } from './evidence-fault.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { EvidenceKind } from './evidence-kind.js';
import { TicketRejected } from './replacement-application.result.js';
import type { CreateEvidenceUploadInput } from './replacement-evidence.input.js';
import {
  type CreateEvidenceUploadResult,
  EvidenceRejected,
  EvidenceUpload,
} from './replacement-evidence.result.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import type { ReplacementRequests } from './replacement-requests.js';

export interface EvidenceLimits {
  readonly maxBytes: number;
  readonly maxFiles: number;
  /** EVIDENCE_BUDGET, per case. */
  readonly uploads: readonly Budget[];
  readonly urlTtlMin: number;
  readonly publicBaseUrl: string;
}

interface Needs {
  readonly db: Database;
  readonly budgets: AttemptBudgets;
  readonly hash: SecretHash;
  readonly cases: ReplacementRequests;
  readonly now: Now;
}

/** Gives out one-time addresses for documents. What is declared here has to agree with what arrives. */
export class ReplacementEvidenceService {
  constructor(
    private readonly needs: Needs,
    private readonly limits: EvidenceLimits,
  ) {}

  async createUpload(input: CreateEvidenceUploadInput): Promise<CreateEvidenceUploadResult> {
    const { db, budgets, cases, hash } = this.needs;
    const request = await cases.withApplicant(input.ticketToken);
    if (!request) return new TicketRejected();
    const contentType = readEvidenceType(input.contentType);
    if (!contentType) return new EvidenceRejected('TYPE_NOT_ALLOWED');
    const { maxBytes } = this.limits;
    if (input.size <= 0) return new EvidenceRejected('EMPTY');
    if (input.size > maxBytes) return new EvidenceRejected('TOO_LARGE', wordsOfSize(input.size, maxBytes));
    const counted = { name: 'EVIDENCE', subject: request.id, budgets: this.limits.uploads };
    const retryAt = await budgets.take(counted);
    if (retryAt) return new TooManyRequests(retryAt);

    const now = this.needs.now();
    const [id, token] = [newId(now), newToken()];
    const file = {
      id,
      requestId: request.id,
      kind: input.kind,
      contentType,
      size: input.size,
      status: 'AWAITED' as const,
      statusAt: now,
      uploadHash: hash.of('upload', token),
      uploadExpiresAt: after(now, this.limits.urlTtlMin * MINUTE_MS),
      createdAt: now,
    };
    return db.transact(async (tx) => {
      // An earlier run of this unit may have got through although its answer was lost.
      if (!(await tx.existsBy(EvidenceFile, { id }))) {
        if (!(await this.#hasRoom(tx, file))) return new EvidenceRejected('TOO_MANY_FILES');
        await tx.insert(EvidenceFile, file);
      }
      const url = `${this.limits.publicBaseUrl}/uploads/${token}`;
      return new EvidenceUpload({ evidenceId: id, url, maxSize: maxBytes, expiresAt: file.uploadExpiresAt });
    });
  }

  /** Addresses given out count as files while they are good; a file that a newer one of its kind would replace does not. */
  async #hasRoom(tx: EntityManager, { requestId, kind }: { requestId: string; kind: EvidenceKind }) {
    const lock = forUpdate(tx); // two askers at once would both find the last place
    if (lock) await tx.findOne(ReplacementRequest, { select: { id: true }, where: { id: requestId }, lock });
    const kept = { requestId, status: In(['ARRIVING', 'STORED', 'HELD']) };
    const promised = { requestId, status: 'AWAITED' as const, uploadExpiresAt: MoreThan(this.needs.now()) };
    const files = await tx.find(EvidenceFile, { select: { kind: true }, where: [kept, promised] });
    const others = files.filter((file) => kind === EvidenceKind.OTHER || file.kind !== kind);
    return others.length < this.limits.maxFiles;
  }
}
