import { type EntityManager, In, IsNull, MoreThan } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { Caller } from '../../account/caller.js';
import type { Correspondence } from '../../account/correspondence.js';
import { byStranger } from '../../account/trail.js';
import { Office } from '../../office/office.entity.js';
import type { Audit } from '../../platform/audit/audit.js';
import { HOUR_MS, type Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import { EvidenceFile } from './evidence-file.entity.js';
import type { SubmitEmailReplacementInput } from './replacement-application.input.js';
import { TicketRejected } from './replacement-application.result.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import { voidDecisions } from './replacement-decisions.js';
import { ReplacementDraft } from './replacement-draft.entity.js';
import type { ReplacementMatch } from './replacement-match.js';
import type { ReplacementNotices } from './replacement-notices.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import type { ReplacementRequests } from './replacement-requests.js';
import { move, ReplacementStatus, WITH_APPLICANT } from './replacement-status.js';
import { replacementReceived } from './replacement-submission.messages.js';
import {
  type Missing,
  NotReadyToSubmit,
  type SubmitEmailReplacementResult,
} from './replacement-submission.result.js';
import type { RequestFiling } from './request-filing.js';
import { Verdict } from './verdict.js';

interface Needs {
  readonly db: Database;
  readonly cases: ReplacementRequests;
  readonly match: ReplacementMatch;
  readonly filing: RequestFiling;
  readonly notices: ReplacementNotices;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  readonly noticeMaxAgeH: number;
}

/** Hands a case to the office of the account's address, for the first time or after a return, and tells every old channel. */
export class ReplacementSubmissionService {
  constructor(private readonly needs: Needs) {}

  async submit(
    { ticketToken }: SubmitEmailReplacementInput,
    caller: Caller,
  ): Promise<SubmitEmailReplacementResult> {
    const { cases } = this.needs;
    const request = await cases.open(ticketToken);
    if (!request) return new TicketRejected();
    // Handed in before, perhaps by the same press whose answer was lost.
    if (!WITH_APPLICANT.includes(request.status)) return cases.progressOf(request);
    const missing = await this.#missing(request);
    if (missing.length > 0) return new NotReadyToSubmit(missing);
    await this.#handIn(request.id, caller);
    return cases.progress(request.id);
  }

  async #missing(request: ReplacementRequest): Promise<Missing[]> {
    const missing: Missing[] = await this.needs.cases.missingEvidence(request);
    if (!request.newEmailConfirmedAt) return ['NEW_EMAIL', ...missing];
    return missing.length === 0 && !(await this.#answersReturn(request)) ? ['NEW_MATERIAL'] : missing;
  }

  async #answersReturn({ id, status, otherChannelConfirmedAt }: ReplacementRequest): Promise<boolean> {
    if (status !== ReplacementStatus.RETURNED) return true;
    const { rows } = this.needs.db;
    const returns = { requestId: id, verdict: Verdict.RETURN, voidedAt: IsNull() };
    const last = await rows.findOne(ReplacementDecision, {
      where: returns,
      order: { at: 'DESC', id: 'DESC' },
    });
    if (!last || (otherChannelConfirmedAt && otherChannelConfirmedAt > last.at)) return true;
    const added = { requestId: id, status: In(['STORED', 'HELD']), storedAt: MoreThan(last.at) };
    return rows.existsBy(EvidenceFile, added);
  }

  async #handIn(id: string, caller: Caller): Promise<void> {
    const { db } = this.needs;
    const unit = () => db.transact((tx) => this.#move(tx, id, caller));
    try {
      await unit();
    } catch (error) {
      // Another case about the account took it in this very moment: this one goes into the queue behind it.
      if (!isUniqueViolation(error)) throw error;
      await unit();
    }
  }

  async #move(tx: EntityManager, id: string, caller: Caller): Promise<void> {
    const { match, filing, now } = this.needs;
    const lock = forUpdate(tx);
    await tx.findOne(ReplacementRequest, { select: { id: true }, where: { id }, lock });
    await match.answer(tx, { id }); // where the worker has not come by yet
    const request = await tx.findOneByOrFail(ReplacementRequest, { id });
    if (!WITH_APPLICANT.includes(request.status)) return; // the other press was faster
    const filed = await filing.filed(tx, request);
    const openKey = request.openKey ?? (await this.#freeKey(tx, request));
    const { submittedAt } = request;
    const set = { ...filed, openKey, submittedAt: submittedAt ?? now(), expiresAt: null };
    if (!(await move(tx, request, ReplacementStatus.SUBMITTED, { now: now(), set })))
      throw new Undo(undefined);
    // Decisions were about less than there is now (R62), and so were the ticks that agents had made.
    await voidDecisions(tx, id, 'NEW_MATERIAL', now());
    await tx.delete(ReplacementDraft, { requestId: id });
    await this.#tell(tx, { ...request, ...filed }, caller);
  }

  async #freeKey(tx: EntityManager, { accountId: openKey }: ReplacementRequest): Promise<string | null> {
    if (!openKey) return null;
    return (await tx.existsBy(ReplacementRequest, { openKey })) ? null : openKey;
  }

  async #tell(tx: EntityManager, request: ReplacementRequest, caller: Caller): Promise<void> {
    const { notices, letters, audit, noticeMaxAgeH } = this.needs;
    const { id, ticket, accountId, locale: language, officeId, dueAt } = request;
    const again = request.status === ReplacementStatus.RETURNED;
    const account = accountId ? await tx.findOneBy(Account, { id: accountId }) : null;
    if (account && !again) await notices.asked(tx, request, account);
    const office = await tx.findOneByOrFail(Office, { id: officeId ?? '' });
    const received = { ticket, office: office.name, promised: writtenOut(dueAt, office.zone, language) };
    const to = { channel: 'EMAIL' as const, value: request.newEmail, key: request.newEmailKey };
    const addressed = { to, language, ttlMs: noticeMaxAgeH * HOUR_MS };
    await letters.send(tx, replacementReceived(received, language), addressed);
    const subject = { subjectKind: 'CASE', subjectId: id, caseId: id, officeId } as const;
    const reasonCode = again ? 'AFTER_RETURN' : null;
    await audit.record(tx, { ...byStranger(caller), ...subject, event: 'CASE_SUBMITTED', reasonCode });
  }
}

const ZONES: Readonly<Record<string, string>> = { 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

function writtenOut(at: Date | null, timeZone: string, language: 'id' | 'en'): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return `${format.format(at ?? undefined)} ${ZONES[timeZone] ?? 'WIB'}`;
}
