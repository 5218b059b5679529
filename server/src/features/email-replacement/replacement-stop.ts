import { type EntityManager, In } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import type { AccountCautions } from '../../account/account-cautions.js';
import type { Caller } from '../../account/caller.js';
import type { Correspondence } from '../../account/correspondence.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import { byOwner, byStranger } from '../../account/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, DAY_MS, HOUR_MS, type Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { amend, move, ReplacementStatus, STOPPABLE } from './replacement-status.js';
import { replacementEnded, replacementStopped, replacementWithdrawn } from './replacement-stop.messages.js';

/** Why a case ends without a decision. All but a withdrawal come from the owner's side and leave the account contested. */
export type StopReason = 'STOPPED' | 'NOT_ME' | 'ACCOUNT_CLOSED' | 'WITHDRAWN';
export type Stopped = 'ENDED' | 'OBJECTED' | 'TOO_LATE';

interface Needs {
  readonly secrets: OneTimeSecrets;
  readonly cautions: AccountCautions;
  readonly letters: Correspondence;
  readonly audit: Audit;
  readonly now: Now;
  /** A supervisor has to hear of it. */
  readonly alarm: (caseId: string) => void;
  readonly contestD: number;
  readonly noticeMaxAgeH: number;
}

/** The end of a case before it takes effect. */
export class ReplacementStop {
  constructor(private readonly needs: Needs) {}

  /** The row is held first: of a stop and the change itself at the same instant one finds the other done. */
  async stop(tx: EntityManager, id: string, reason: StopReason, caller: Caller): Promise<Stopped> {
    const request = await tx.findOne(ReplacementRequest, { where: { id }, lock: forUpdate(tx) });
    if (!request || !STOPPABLE.includes(request.status)) return 'TOO_LATE';
    if (request.checkedInPersonAt && reason === 'STOPPED') return this.#object(tx, request, caller);
    const { secrets, cautions, now, contestD, alarm } = this.needs;
    const end = { endReason: reason, claimedBy: null, claimUntil: null, effectiveAt: null };
    if (!(await move(tx, request, ReplacementStatus.CANCELLED, { now: now(), set: end }))) return 'TOO_LATE';
    await secrets.end(tx, 'VOID', { subjectId: id });
    await this.#record(tx, request, reason, caller);
    if (request.accountId && reason !== 'WITHDRAWN' && reason !== 'ACCOUNT_CLOSED') {
      await cautions.contest(tx, request.accountId, after(now(), contestD * DAY_MS));
      alarm(id);
    }
    await this.#tell(tx, request, reason);
    return 'ENDED';
  }

  /** Everything open about an account; answers the numbers of what ended. */
  async stopAll(tx: EntityManager, accountId: string, reason: StopReason, caller: Caller): Promise<string[]> {
    const open = await tx.findBy(ReplacementRequest, { accountId, status: In([...STOPPABLE]) });
    const ended: string[] = [];
    for (const { id, ticket } of open) {
      if ((await this.stop(tx, id, reason, caller)) === 'ENDED') ended.push(ticket);
    }
    return ended;
  }

  /** Somebody was seen face to face: whoever still holds an old channel may object, and two people will read it. */
  async #object(tx: EntityManager, request: ReplacementRequest, caller: Caller): Promise<Stopped> {
    const set = { objections: () => 'objections + 1' };
    await amend(tx, request, { now: this.needs.now(), set });
    await this.#record(tx, request, 'OBJECTED', caller);
    this.needs.alarm(request.id);
    return 'OBJECTED';
  }

  async #record(
    tx: EntityManager,
    { id, accountId }: ReplacementRequest,
    reasonCode: StopReason | 'OBJECTED',
    caller: Caller,
  ): Promise<void> {
    const withdrawn = reasonCode === 'WITHDRAWN' || !accountId;
    const who = withdrawn ? byStranger(caller) : byOwner(accountId, caller);
    const subject = { subjectKind: 'CASE', subjectId: id, caseId: id } as const;
    const event = reasonCode === 'WITHDRAWN' ? 'CASE_WITHDRAWN' : 'CASE_STOPPED';
    await this.needs.audit.record(tx, { ...who, ...subject, event, reasonCode });
  }

  /** Nobody is told of what nobody was told had begun. */
  async #tell(tx: EntityManager, request: ReplacementRequest, reason: StopReason): Promise<void> {
    const { letters, noticeMaxAgeH } = this.needs;
    const { ticket, accountId: id, submittedAt, newEmailConfirmedAt } = request;
    const account = id && submittedAt ? await tx.findOneBy(Account, { id }) : null;
    if (account && reason !== 'ACCOUNT_CLOSED') {
      const { locale } = account;
      const letter =
        reason === 'WITHDRAWN' ? replacementWithdrawn(ticket, locale) : replacementStopped(ticket, locale);
      await letters.inform(tx, letter, account);
    }
    if (!newEmailConfirmedAt || reason === 'WITHDRAWN') return;
    const to = { channel: 'EMAIL' as const, value: request.newEmail, key: request.newEmailKey };
    const addressed = { to, language: request.locale, ttlMs: noticeMaxAgeH * HOUR_MS };
    await letters.send(tx, replacementEnded(ticket, 'STOPPED', request.locale), addressed);
  }
}
