import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { Caller } from '../../account/caller.js';
import { readCode } from '../../account/code.js';
import { CodeExpired, CodeRejected } from '../../account/code.results.js';
import type { CodeTries } from '../../account/code-tries.js';
import type { Correspondence } from '../../account/correspondence.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import type { OneTimeSecret, SecretPurpose } from '../../account/one-time-secret.entity.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { SendBudgets } from '../../account/send-budgets.js';
import { byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AuditEventName } from '../../platform/audit/audit-events.js';
import type { Counted } from '../../platform/budget/attempt-budgets.js';
import { MINUTE_MS, type Now } from '../../platform/clock.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type {
  ConfirmNewEmailInput,
  ConfirmOtherChannelInput,
  SendOtherChannelCodeInput,
} from './replacement-application.input.js';
import { otherChannelCode } from './replacement-application.messages.js';
import {
  type ConfirmNewEmailResult,
  type ConfirmOtherChannelResult,
  type SendOtherChannelCodeResult,
  TicketRejected,
} from './replacement-application.result.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import type { ReplacementRequests } from './replacement-requests.js';
import { amend, ReplacementStatus } from './replacement-status.js';
import type { RequestFiling } from './request-filing.js';
import type { RiskAssessments } from './risk-assessment.js';

interface Needs {
  readonly db: Database;
  readonly cases: ReplacementRequests;
  readonly risks: RiskAssessments;
  readonly filing: RequestFiling;
  readonly identifiers: Identifiers;
  readonly secrets: OneTimeSecrets;
  readonly tries: CodeTries;
  readonly sends: SendBudgets;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  readonly codeTtlMin: number;
}

interface Proof {
  readonly purpose: SecretPurpose;
  readonly event: AuditEventName;
  readonly fact: 'newEmailConfirmedAt' | 'otherChannelConfirmedAt';
}

const NEW_EMAIL: Proof = {
  purpose: 'REPLACEMENT_EMAIL',
  event: 'CASE_PROVEN',
  fact: 'newEmailConfirmedAt',
};
const OTHER_CHANNEL: Proof = {
  purpose: 'REPLACEMENT_CHANNEL',
  event: 'CASE_OLD_CHANNEL_CONFIRMED',
  fact: 'otherChannelConfirmedAt',
};

const AT_THE_DESK: readonly ReplacementStatus[] = [ReplacementStatus.SUBMITTED, ReplacementStatus.IN_REVIEW];

/** The applicant shows control of the new email, and of a channel the account still has. */
export class ReplacementProofService {
  constructor(private readonly needs: Needs) {}

  async confirmNewEmail(input: ConfirmNewEmailInput, caller: Caller): Promise<ConfirmNewEmailResult> {
    const request = await this.needs.cases.withApplicant(input.ticketToken);
    if (!request) return new TicketRejected();
    return this.#confirm(request, NEW_EMAIL, input.code, caller);
  }

  /** Also once it is handed in: the sooner an old channel speaks up, the shorter the way. */
  async confirmOtherChannel(
    input: ConfirmOtherChannelInput,
    caller: Caller,
  ): Promise<ConfirmOtherChannelResult> {
    const request = await this.needs.cases.open(input.ticketToken);
    if (!request) return new TicketRejected();
    return this.#confirm(request, OTHER_CHANNEL, input.code, caller);
  }

  /** The same answer where no channel is left. */
  async sendOtherChannelCode(
    input: SendOtherChannelCodeInput,
    caller: Caller,
  ): Promise<SendOtherChannelCodeResult> {
    const { db, cases, sends } = this.needs;
    const request = await cases.open(input.ticketToken);
    if (!request?.newEmailConfirmedAt) return new TicketRejected();
    const retryAt = await sends.takeForAsked('REPLACEMENT_CHANNEL', request.id, caller.source);
    if (retryAt) return new TooManyRequests(retryAt);
    await db.transact((tx) => this.#sendCode(tx, request));
    return cases.progressOf(request, sends.resendAvailableAt());
  }

  async #confirm(request: ReplacementRequest, proof: Proof, typed: string, caller: Caller) {
    const { tries, cases } = this.needs;
    const { id } = request;
    if (request[proof.fact]) return cases.progressOf(request);
    const tried = await tries.tryCode({
      purpose: proof.purpose,
      subjectId: id,
      holder: id,
      code: readCode(typed),
    });
    if (tried.outcome === 'TOO_OFTEN') return new TooManyRequests(tried.retryAt);
    if (tried.outcome === 'EXPIRED') return new CodeExpired();
    if (tried.outcome === 'WRONG') return new CodeRejected(tried.attemptsLeft);
    const proven = await this.#prove(request, proof, tried, caller);
    return proven ? cases.progress(id) : new CodeRejected(0);
  }

  /** False: spent, superseded or the case moved on in this very moment; or the account is no longer what the code was sent for. */
  #prove(
    request: ReplacementRequest,
    { event, fact }: Proof,
    { secret, counted }: { secret: OneTimeSecret; counted: readonly Counted[] },
    caller: Caller,
  ): Promise<boolean> {
    const { db, secrets, audit, now } = this.needs;
    const command = secrets.command({}, counted);
    return db.transact(async (tx) => {
      const spent = await secrets.spend(tx, secret, command);
      if (!spent && (await secrets.hasSpent(tx, secret, command))) return true;
      const done =
        spent &&
        (await this.#stillBound(tx, request, secret)) &&
        (await amend(tx, request, { now: now(), set: { [fact]: now() } }));
      if (!done) throw new Undo(false);
      await this.#weighAgain(tx, request.id);
      const subject = { subjectKind: 'CASE', subjectId: request.id, caseId: request.id } as const;
      await audit.record(tx, { ...byStranger(caller), ...subject, event, reasonCode: secret.channel });
      return true;
    });
  }

  /** An old channel that speaks up while the desk has the case makes it less risky; what is decided stays as it was. */
  async #weighAgain(tx: EntityManager, id: string): Promise<void> {
    const { risks, filing, now } = this.needs;
    const request = await tx.findOneByOrFail(ReplacementRequest, { id });
    if (!AT_THE_DESK.includes(request.status)) return;
    const set = filing.assessed(await risks.of(tx, request), request.dueAt);
    await amend(tx, request, { now: now(), set });
  }

  /** A code to the new email is bound to that address, one to the account to its credentials (R15). */
  async #stillBound(tx: EntityManager, request: ReplacementRequest, secret: OneTimeSecret): Promise<boolean> {
    if (secret.purpose === 'REPLACEMENT_EMAIL') return secret.destinationKey === request.newEmailKey;
    const id = request.accountId ?? '';
    return tx.existsBy(Account, { id, credentialVersion: secret.credentialVersion });
  }

  async #sendCode(tx: EntityManager, { id, accountId, otherChannel }: ReplacementRequest): Promise<void> {
    const { identifiers, secrets, sends, letters, codeTtlMin } = this.needs;
    const account = otherChannel && accountId ? await tx.findOneBy(Account, { id: accountId }) : null;
    const contacts = account ? (await identifiers.of(account.id)).filter(isContact) : [];
    const to = contacts
      .filter(({ verifiedAt }) => verifiedAt !== null)
      .map(contactOf)
      .find(({ channel }) => channel === otherChannel);
    if (!account || !to) return;
    const purpose = 'REPLACEMENT_CHANNEL' as const;
    const { credentialVersion, locale: language } = account;
    const ttlMs = codeTtlMin * MINUTE_MS;
    const addressed = { to, language, accountId: account.id, ttlMs };
    if (await sends.takeFor(tx, purpose, to, account.id)) {
      await letters.suppress(tx, otherChannelCode('', codeTtlMin, language), addressed, 'BUDGET');
      return;
    }
    await secrets.end(tx, 'SUPERSEDED', { purpose, subjectId: id });
    const bound = { purpose, subjectId: id, to, credentialVersion, ttlMs };
    const { id: secretId, code } = await secrets.issueCode(tx, bound);
    await letters.send(tx, otherChannelCode(code, codeTtlMin, language), { ...addressed, secretId });
  }
}
