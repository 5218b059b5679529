import { In } from 'typeorm';

import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { Now } from '../../platform/clock.js';
import { newToken } from '../../platform/crypto/random-token.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';
import type { Database } from '../../platform/database/transact.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { type EvidenceKind, requiredEvidence } from './evidence-kind.js';
import { EmailReplacementProgress } from './replacement-progress.type.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { hasEnded, ReplacementStatus, WITH_APPLICANT } from './replacement-status.js';

interface Opening {
  readonly token: string;
  readonly before: ReplacementRequest | null;
}

interface Needs {
  readonly db: Database;
  readonly hash: SecretHash;
  readonly secrets: OneTimeSecrets;
  readonly personal: PersonalData;
  readonly now: Now;
}

/** Cases as their applicants reach them: by the ticket token, or by number and NIK. */
export class ReplacementRequests {
  constructor(private readonly needs: Needs) {}

  tokenHash(token: string): string {
    return this.needs.hash.of('ticket', token);
  }

  /**
   * The case that this very command has opened already, or the token for a new one. With a key the token is the same for every
   * repeat, so that one whose answer was lost finds its case (R91); nobody else can know it.
   */
  async opening({ idempotencyKey }: { readonly idempotencyKey?: string | null }): Promise<Opening> {
    if (!idempotencyKey) return { token: newToken(), before: null };
    const token = this.needs.hash.of('ticket-command', idempotencyKey);
    const before = await this.#found(token);
    // A key whose case is the desk's by now, or over, opens another one, as no key does.
    const isOpen = before?.status === ReplacementStatus.AWAITING_CONFIRMATION && !before.newEmailConfirmedAt;
    return before && !isOpen ? { token: newToken(), before: null } : { token, before };
  }

  /** The case of this token that has not ended; unknown, ended and foreign tokens are alike. */
  async open(token: string): Promise<ReplacementRequest | null> {
    const found = (await this.#found(token)) ?? (await this.#returned(token));
    if (!found || hasEnded(found.status)) return null;
    return found.expiresAt && found.expiresAt <= this.needs.now() ? null : found;
  }

  /** …while it is the applicant's turn to add to it. */
  async withApplicant(token: string): Promise<ReplacementRequest | null> {
    const found = await this.open(token);
    return found && WITH_APPLICANT.includes(found.status) ? found : null;
  }

  #found(token: string): Promise<ReplacementRequest | null> {
    const tokenHash = In(this.needs.hash.all('ticket', token));
    return this.needs.db.rows.findOneBy(ReplacementRequest, { tokenHash });
  }

  /**
   * By the link of its last return, on whatever device it was opened. The link stands for the ticket token until its time is over
   * or the case comes back again: using it adds material and decides nothing, and a tab may be lost half-way.
   */
  async #returned(token: string): Promise<ReplacementRequest | null> {
    const { db, secrets, now } = this.needs;
    const link = await secrets.findLink('REPLACEMENT_RETURN', token);
    if (link?.status !== 'ISSUED' || link.expiresAt <= now()) return null;
    return db.rows.findOneBy(ReplacementRequest, { id: link.subjectId, newEmailKey: link.destinationKey });
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

  async progressOf(request: ReplacementRequest, resendAvailableAt?: Date): Promise<EmailReplacementProgress> {
    return new EmailReplacementProgress(request, await this.missingEvidence(request), resendAvailableAt);
  }

  /** …as it stands now. */
  async progress(id: string): Promise<EmailReplacementProgress> {
    return this.progressOf(await this.needs.db.rows.findOneByOrFail(ReplacementRequest, { id }));
  }
}
