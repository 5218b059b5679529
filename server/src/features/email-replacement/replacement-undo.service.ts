import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';

import type { OneTimeSecrets } from '../../account/one-time-secrets.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { NotFound } from '../../office/not-found.result.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import type { Context } from '../../platform/graphql/context.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import type { DecisionEffects } from './decision-effects.js';
import { type DeskCase, deskCases } from './desk-case.js';
import { REFUSALS } from './desk-refusals.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import type { UndoDecisionInput } from './replacement-decision.input.js';
import {
  type DecideReplacementResult,
  DecisionRecorded,
  DecisionRefused,
} from './replacement-decision.result.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementRequestView } from './replacement-request.type.js';
import { move, ReplacementStatus } from './replacement-status.js';
import { Verdict } from './verdict.js';

interface Needs {
  readonly db: Database;
  readonly outbox: Outbox;
  readonly secrets: OneTimeSecrets;
  readonly effects: DecisionEffects;
  readonly audit: Audit;
  readonly now: Now;
  readonly leaseMin: number;
}

/** A click taken back: the case and the claim as they were, and nobody outside has heard of it. */
export class ReplacementUndoService {
  constructor(private readonly needs: Needs) {}

  async undo(
    { ticket }: UndoDecisionInput,
    caller: SignedInAgent,
    from: Context,
  ): Promise<DecideReplacementResult> {
    const { db } = this.needs;
    const found = await deskCases(db.rows).where('request.ticket = :ticket', { ticket }).getOne();
    const mine = found && (await this.#mine(found.id, caller));
    if (!found || !mine) return new NotFound();
    const over = new DecisionRefused([REFUSALS.UNDO_OVER]);
    try {
      const at = this.needs.now();
      const done = await db.transact((tx) =>
        this.#restore(tx, found as DeskCase, mine, { caller, from, at }),
      );
      if (!done) return over;
    } catch (error) {
      // Another case about the account was handed in during these seconds and has it now.
      if (isUniqueViolation(error)) return over;
      throw error;
    }
    const row = await deskCases(db.rows).where('request.ticket = :ticket', { ticket }).getOne();
    return new DecisionRecorded(new ReplacementRequestView(row as DeskCase, this.needs.now()), null);
  }

  /** The newest decision of this agent on the case, whether or not it can still be taken back. */
  #mine(requestId: string, { agent }: SignedInAgent): Promise<ReplacementDecision | null> {
    const order = { at: 'DESC', id: 'DESC' } as const;
    return this.needs.db.rows.findOne(ReplacementDecision, {
      where: { requestId, agentId: agent.id },
      order,
    });
  }

  /** False: the time is over, or somebody acted on it since. */
  async #restore(
    tx: EntityManager,
    row: DeskCase,
    decision: ReplacementDecision,
    { caller, from, at }: { caller: SignedInAgent; from: Context; at: Date },
  ): Promise<boolean> {
    const { outbox, secrets, effects, audit } = this.needs;
    const open = { id: decision.id, voidedAt: IsNull(), undoUntil: MoreThan(at) };
    const taken = { voidedAt: at, voidReason: 'TAKEN_BACK' };
    // An earlier run of this unit may have got through although its answer was lost.
    if (!(await transition(tx, ReplacementDecision, open, taken)))
      return tx.existsBy(ReplacementDecision, { id: decision.id, ...taken });
    await this.#unvoid(tx, decision);
    const seen = { ...row, version: decision.requestVersion + 1 };
    const set = await this.#former(tx, row, decision);
    const to = decision.statusBefore as ReplacementStatus;
    const back = (await move(tx, seen, to, { now: at, set })) && (await outbox.takeBack(tx, decision.id));
    if (!back) throw new Undo(false);
    await secrets.end(tx, 'VOID', { subjectId: row.id, flowId: decision.id });
    if (decision.verdict === Verdict.REJECT_AS_FRAUD) await effects.unmarkFraud(tx, row, decision);
    const subject = { subjectKind: 'CASE', subjectId: row.id, caseId: row.id };
    const before = { verdict: decision.verdict };
    await audit.record(tx, { ...byAgent(caller, from), ...subject, before, event: 'CASE_TAKEN_BACK' });
    return true;
  }

  /** Decisions that this one had ended count again. */
  async #unvoid(tx: EntityManager, { requestId, at }: ReplacementDecision): Promise<void> {
    const ended = { requestId, voidedAt: at, voidReason: In(['RETURNED_BY_SECOND', 'TRANSFERRED']) };
    await tx.update(ReplacementDecision, ended, { voidedAt: null, voidReason: null });
  }

  async #former(tx: EntityManager, row: DeskCase, decision: ReplacementDecision) {
    const { id, accountId, claimGeneration } = row;
    const at = this.needs.now();
    const first = await tx.findOne(ReplacementDecision, {
      where: { requestId: id, verdict: Verdict.APPROVE, voidedAt: IsNull(), agentId: Not(decision.agentId) },
      order: { at: 'DESC', id: 'DESC' },
    });
    const second = decision.statusBefore === ReplacementStatus.AWAITING_SECOND_DECISION;
    const taken = await tx.existsBy(ReplacementRequest, { openKey: accountId ?? '', id: Not(id) });
    const claim = {
      claimedBy: decision.agentId,
      claimedAt: at,
      claimUntil: after(at, this.needs.leaseMin * MINUTE_MS),
    };
    return {
      ...claim,
      claimGeneration: claimGeneration + 1,
      officeId: decision.officeId,
      openKey: taken ? row.openKey : accountId,
      firstDeciderId: second ? (first?.agentId ?? null) : null,
      ...{
        approvedAt: null,
        effectiveAt: null,
        expiresAt: null,
        workMinutesLeft: null,
        messageToApplicant: null,
      },
    };
  }
}
