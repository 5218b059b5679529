import { type EntityManager, IsNull } from 'typeorm';

import type { Caller } from '../../account/caller.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import { type Captcha, CaptchaPurpose } from '../../platform/captcha/captcha.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { after, DAY_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { newId } from '../../platform/ids.js';
import type { DeferredRequests } from '../../platform/jobs/deferred-requests.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import { requiredEvidence } from './evidence-kind.js';
import type { NewEmailCodes } from './new-email-codes.js';
import type {
  RequestEmailReplacementInput,
  ResendNewEmailCodeInput,
} from './replacement-application.input.js';
import {
  EmailReplacementRequested,
  type RequestEmailReplacementResult,
  type ResendNewEmailCodeResult,
  TicketRejected,
} from './replacement-application.result.js';
import { MATCH_REPLACEMENT } from './replacement-match.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import type { ReplacementRequests } from './replacement-requests.js';
import { emailContact, readStatement, type Statement } from './replacement-statement.js';
import { amend, ReplacementStatus } from './replacement-status.js';
import { RISK_RANK, RiskTier } from './risk-tier.js';
import type { SealedFacts } from './sealed-facts.js';
import { ticketNumbers } from './ticket-number.js';

export interface ApplicationLimits {
  /** CASE_BUDGET_ACCOUNT, CASE_BUDGET_IP. */
  readonly perIdentity: readonly Budget[];
  readonly perSource: readonly Budget[];
  readonly draftD: number;
}

interface Needs {
  readonly db: Database;
  readonly captcha: Captcha;
  readonly budgets: AttemptBudgets;
  readonly sends: SendBudgets;
  readonly outbox: Outbox;
  readonly requests: DeferredRequests;
  readonly cases: ReplacementRequests;
  readonly facts: SealedFacts;
  readonly personal: PersonalData;
  readonly codes: NewEmailCodes;
  readonly audit: Audit;
  readonly now: Now;
}

/** Opens a case. Nothing is looked up before the worker comes by: known, unknown and disputed NIKs take the same work. */
export class ReplacementApplicationService {
  constructor(
    private readonly needs: Needs,
    private readonly limits: ApplicationLimits,
  ) {}

  async request(input: RequestEmailReplacementInput, caller: Caller): Promise<RequestEmailReplacementResult> {
    const { captcha, outbox } = this.needs;
    const statement = readStatement(input);
    const { token, before } = await this.needs.cases.opening(input);
    if (before) return this.#opened(before, token, { ...before, newEmail: emailContact(before.newEmail) });
    await outbox.assertRoom();
    const { EMAIL_REPLACEMENT } = CaptchaPurpose;
    if (!(await captcha.verify(EMAIL_REPLACEMENT, input.captcha ?? undefined, caller.source)))
      return new CaptchaRejected();
    const retryAt = await this.#count(statement, caller);
    if (retryAt) return new TooManyRequests(retryAt);

    const ticket = await this.#open(statement, token, caller);
    return this.#opened({ ticket, createdAt: this.needs.now() }, token, statement);
  }

  #opened(
    { ticket, createdAt }: Pick<ReplacementRequest, 'ticket' | 'createdAt'>,
    token: string,
    stated: Pick<Statement, 'position' | 'requester' | 'newEmail'>,
  ): EmailReplacementRequested {
    const opened = { ticket, token, required: requiredEvidence(stated) };
    return new EmailReplacementRequested(opened, this.needs.codes.sent(stated.newEmail, createdAt));
  }

  /** Supersedes the earlier code; with `newEmail`, goes on with another address as long as none is proven. */
  async resend(input: ResendNewEmailCodeInput, caller: Caller): Promise<ResendNewEmailCodeResult> {
    const { db, cases, sends, codes, outbox, now } = this.needs;
    const request = await cases.withApplicant(input.ticketToken);
    if (!request || request.newEmailConfirmedAt) return new TicketRejected();
    const to = emailContact(input.newEmail ?? request.newEmail);
    await outbox.assertRoom();
    const retryAt = await sends.takeForTyped('REPLACEMENT_EMAIL', to, caller.source);
    if (retryAt) return new TooManyRequests(retryAt);
    return db.transact(async (tx) => {
      const set = { newEmail: to.value, newEmailKey: to.key };
      // A proof that arrives meanwhile is one of the former address and must not become this one's (R52).
      const only = { newEmailKey: request.newEmailKey, newEmailConfirmedAt: IsNull() };
      if (!(await amend(tx, request, { now: now(), set, only }))) return new TicketRejected();
      await codes.send(tx, request.id, to, caller.language);
      return codes.sent(to);
    });
  }

  /** By what was typed, whether or not it is anybody's. */
  async #count({ nik, nib, newEmail }: Statement, { source }: Caller): Promise<Date | null> {
    const { sends, budgets } = this.needs;
    const { perIdentity, perSource } = this.limits;
    return (
      (await sends.takeForTyped('REPLACEMENT_EMAIL', newEmail, source)) ??
      (await budgets.take(
        { name: 'CASE_ABOUT', subject: `${nik}:${nib ?? ''}`, budgets: perIdentity },
        { name: 'CASE_FROM', subject: source, budgets: perSource },
      ))
    );
  }

  /** The number under which it was opened. */
  async #open(statement: Statement, token: string, caller: Caller): Promise<string> {
    const { db, now } = this.needs;
    const id = newId(now());
    for (const ticket of ticketNumbers(now())) {
      try {
        await db.transact((tx) => this.#insert(tx, { id, ticket, token }, statement, caller));
        return ticket;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        // Either the number is another case's, or an earlier run of this unit got through and its answer was lost.
        // A third case: the same command, sent twice at once.
        const tokenHash = this.needs.cases.tokenHash(token);
        const mine = await db.rows.findOneBy(ReplacementRequest, [{ id }, { tokenHash }]);
        if (mine) return mine.ticket;
      }
    }
    throw new Error('No free ticket number was found.');
  }

  async #insert(
    tx: EntityManager,
    { id, ticket, token }: { id: string; ticket: string; token: string },
    statement: Statement,
    caller: Caller,
  ): Promise<void> {
    const { cases, codes, requests, audit, now } = this.needs;
    const createdAt = now();
    await tx.insert(ReplacementRequest, {
      ...this.#stated(id, statement),
      id,
      ticket,
      tokenHash: cases.tokenHash(token),
      status: ReplacementStatus.AWAITING_CONFIRMATION,
      accountMatch: 'PENDING',
      tier: RiskTier.HIGH,
      riskRank: RISK_RANK.HIGH,
      locale: caller.language,
      source: caller.source,
      device: caller.device,
      expiresAt: after(createdAt, this.limits.draftD * DAY_MS),
      createdAt,
      updatedAt: createdAt,
    });
    await codes.send(tx, id, statement.newEmail, caller.language);
    await requests.defer(tx, MATCH_REPLACEMENT, { id });
    const subject = { subjectKind: 'CASE', subjectId: id, caseId: id } as const;
    await audit.record(tx, { ...byStranger(caller), ...subject, event: 'CASE_REQUESTED' });
  }

  #stated(id: string, { nik, nib, identifier, newEmail, ...plain }: Statement) {
    const { facts, personal } = this.needs;
    return {
      ...plain,
      nikSealed: facts.close(id, 'nik', nik),
      nikIndex: personal.nikIndex(nik),
      nibSealed: nib && facts.close(id, 'nib', nib),
      identifierSealed: identifier && facts.close(id, 'identifier', identifier),
      newEmail: newEmail.value,
      newEmailKey: newEmail.key,
    };
  }
}
