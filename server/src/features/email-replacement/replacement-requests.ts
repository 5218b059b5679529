import { In, MoreThan } from 'typeorm';

import type { PersonalData } from '../../account/personal-data.js';
import type { Now } from '../../platform/clock.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import type { Database } from '../../platform/database/transact.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceKind, requiredEvidence } from './evidence-kind.js';
import { EmailReplacementProgress } from './replacement-progress.type.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { hasEnded, WITH_APPLICANT } from './replacement-status.js';

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly personal: PersonalData;
  readonly now: Now;
}

/** Cases as their applicants reach them: by the ticket token, or by number and NIK. */
export class ReplacementRequests {
  constructor(private readonly needs: Needs) {}

  tokenHash(token: string): string {
    return this.needs.hash.of('ticket', token);
  }

  /** The case of this token that has not ended; unknown, ended and foreign tokens are alike. */
  async open(token: string): Promise<ReplacementRequest | null> {
    const tokenHash = In(this.needs.hash.all('ticket', token));
    const found = await this.needs.db.rows.findOneBy(ReplacementRequest, { tokenHash });
    if (!found || hasEnded(found.status)) return null;
    return found.expiresAt && found.expiresAt <= this.needs.now() ? null : found;
  }

  /** …while it is the applicant's turn to add to it. */
  async withApplicant(token: string): Promise<ReplacementRequest | null> {
    const tokenHash = In(this.needs.hash.all('ticket', token));
    const theirs = { tokenHash, status: In([...WITH_APPLICANT]), expiresAt: MoreThan(this.needs.now()) };
    return this.needs.db.rows.findOneBy(ReplacementRequest, theirs);
  }

  /** Whatever became of it; null for a wrong NIK as for no such number. */
  ofPerson(ticket: string, nik: string): Promise<ReplacementRequest | null> {
    const nikIndex = In(this.needs.personal.nikIndexes(nik));
    return this.needs.db.rows.findOneBy(ReplacementRequest, { ticket, nikIndex });
  }

  /** Null: there is no such number. */
  async idOf(ticket: string): Promise<string | null> {
    const select = { id: true } as const;
    const found = await this.needs.db.rows.findOne(ReplacementRequest, { select, where: { ticket } });
    return found?.id ?? null;
  }

  async missingEvidence(request: ReplacementRequest): Promise<EvidenceKind[]> {
    const there = { requestId: request.id, status: In(['STORED', 'HELD']) };
    const files = await this.needs.db.rows.find(EvidenceFile, { select: { kind: true }, where: there });
    const kinds = new Set(files.map(({ kind }) => kind));
    return requiredEvidence(request).filter((kind) => !kinds.has(kind));
  }

  async progressOf(request: ReplacementRequest): Promise<EmailReplacementProgress> {
    return new EmailReplacementProgress(request, await this.missingEvidence(request));
  }

  /** …as it stands now. */
  async progress(id: string): Promise<EmailReplacementProgress> {
    return this.progressOf(await this.needs.db.rows.findOneByOrFail(ReplacementRequest, { id }));
  }
}
