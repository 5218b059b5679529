import { In, LessThanOrEqual } from 'typeorm';

import type { Correspondence } from '../../account/correspondence.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { Audit } from '../../platform/audit/audit.js';
import { HOUR_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { move, ReplacementStatus, WITH_APPLICANT } from './replacement-status.js';
import { replacementEnded } from './replacement-stop.messages.js';

interface Needs {
  readonly db: Database;
  readonly secrets: OneTimeSecrets;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  readonly noticeMaxAgeH: number;
}

const AT_ONCE = 50;

/** Ends cases that waited for their applicant too long: CASE_DRAFT_D to be handed in, CASE_RETURN_D to be answered. */
export class ReplacementExpiryJob {
  constructor(private readonly needs: Needs) {}

  /** True while there may be more. */
  async run(): Promise<boolean> {
    const { db, now } = this.needs;
    const waiting = { status: In([...WITH_APPLICANT]), expiresAt: LessThanOrEqual(now()) };
    const due = await db.rows.find(ReplacementRequest, { where: waiting, take: AT_ONCE });
    for (const request of due) await this.#expire(request);
    return due.length === AT_ONCE;
  }

  async #expire(request: ReplacementRequest): Promise<void> {
    const { db, secrets, audit, now } = this.needs;
    const { id } = request;
    await db.transact(async (tx) => {
      const set = { endReason: 'EXPIRED' };
      // Handed in, or stopped, in this very moment: then there is nothing to expire.
      if (!(await move(tx, request, ReplacementStatus.EXPIRED, { now: now(), set }))) return;
      await secrets.end(tx, 'VOID', { subjectId: id });
      const what = { subjectKind: 'CASE', subjectId: id, caseId: id };
      await audit.record(tx, { actorKind: 'SYSTEM', event: 'CASE_EXPIRED', ...what });
      if (!request.newEmailConfirmedAt) return;
      const to = { channel: 'EMAIL' as const, value: request.newEmail, key: request.newEmailKey };
      const addressed = { to, language: request.locale, ttlMs: this.needs.noticeMaxAgeH * HOUR_MS };
      await this.needs.letters.send(
        tx,
        replacementEnded(request.ticket, 'EXPIRED', request.locale),
        addressed,
      );
    });
  }
}
