import { type EntityManager, MoreThan, Raw } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import { byAgent } from '../../office/trail.js';
import type { WorkingDays } from '../../office/working-days.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, type Now, SECOND_MS } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { UNCLAIMED } from './case-claims.js';
import type { CaseState } from './case-state.js';
import type { DecisionEffects } from './decision-effects.js';
import { type Deciding, stepOf } from './decision-steps.js';
import type { DeskCase } from './desk-case.js';
import type { DecideReplacementInput } from './replacement-decision.input.js';
import { insertDecision, voidDecisions } from './replacement-decisions.js';
import { move } from './replacement-status.js';
import type { RequestFiling } from './request-filing.js';
import { officeOfSecond, officesUpwards } from './second-office.js';
import type { SpotChecks } from './spot-checks.js';
import { Verdict } from './verdict.js';

export interface DecisionLimits {
  /** CASE_DECISION_HOLD_S, CASE_WAIT_H, CASE_RETURN_D, CASE_SECOND_WORKDAYS */
  readonly holdS: number;
  readonly waitH: number;
  readonly returnD: number;
  readonly secondWorkdays: number;
}

interface Needs {
  readonly filing: RequestFiling;
  readonly workingDays: WorkingDays;
  readonly effects: DecisionEffects;
  readonly spots: SpotChecks;
  readonly audit: Audit;
  readonly now: Now;
}

export interface Acting {
  readonly row: DeskCase;
  readonly state: CaseState;
  readonly caller: SignedInAgent;
  readonly from: Context;
  readonly decisionId: string;
}

/** Writes a decision: the case moves, the decision, its trail and its letters stand, or nothing of it. */
export class DecisionRecording {
  constructor(
    private readonly needs: Needs,
    private readonly limits: DecisionLimits,
  ) {}

  /** Null: claim, account or address were no longer so when it came to writing; nothing was changed. */
  async record(
    tx: EntityManager,
    input: DecideReplacementInput,
    acting: Acting,
  ): Promise<{ undoUntil: Date } | null> {
    const { filing, effects, spots, now } = this.needs;
    const { row, state, caller, decisionId: id } = acting;
    const at = now();
    const undoUntil = after(at, this.limits.holdS * SECOND_MS);
    const step = stepOf(state.request, await this.#deciding(tx, input, acting, { now: at, undoUntil }));
    const weighed = filing.assessed(state.assessment, row.dueAt);
    const claimGeneration = row.claimGeneration + 1;
    const set = { ...weighed, ...UNCLAIMED, claimGeneration, ...step.set };
    const only = {
      ...this.#claimOf(row, caller, at),
      ...(input.verdict === Verdict.APPROVE ? accountGuard(row) : {}),
    };
    if (!(await move(tx, row, step.to, { now: at, set, only }))) return null;

    const fraud = input.verdict === Verdict.REJECT_AS_FRAUD;
    const contestedUntilBefore = fraud ? await effects.contestedBefore(tx, state) : null;
    if (step.voids) await voidDecisions(tx, row.id, step.voids, at);
    await insertDecision(tx, input, acting, { id, at, undoUntil, contestedUntilBefore });
    await spots.draw(tx, state, step.to, { decisionId: id, at });
    if (fraud) await effects.markFraud(tx, state, at);
    const hold = { causeId: id, notBefore: undoUntil };
    const said = {
      reasonCode: input.reasonCode ?? fraudReason(fraud),
      message: input.messageToApplicant || null,
    };
    await effects.tell(tx, step, { row, account: state.assessment.record.account, hold, ...said });
    await this.#trail(tx, input, acting, step.event);
    return { undoUntil };
  }

  async #deciding(
    tx: EntityManager,
    input: DecideReplacementInput,
    { row, state, caller }: Acting,
    times: { now: Date; undoUntil: Date },
  ): Promise<Deciding> {
    const { filing, workingDays } = this.needs;
    const { waitH, returnD, secondWorkdays } = this.limits;
    const { tier } = state.request;
    const second = await officeOfSecond(tx, row.office, { tier, firstId: caller.agent.id });
    const [, above = row.office] = await officesUpwards(tx, row.office);
    const secondMinutes = secondWorkdays * workingDays.minutesADay;
    return {
      ...times,
      ...{ verdict: input.verdict, agentId: caller.agent.id, waitH, returnD },
      reasonCode: input.reasonCode ?? fraudReason(input.verdict === Verdict.REJECT_AS_FRAUD),
      messageToApplicant: input.messageToApplicant || null,
      minutesLeft: filing.minutesLeft(row, row.office),
      second: {
        officeId: second.id,
        escalatesAt: workingDays.after(times.now, secondMinutes, second.zone),
      },
      above: { officeId: above.id, ...filing.timed(tier, above, filing.minutesLeft(row, row.office)) },
    };
  }

  /** The claim is asked for in the very UPDATE that decides (5.5). */
  #claimOf({ claimGeneration }: DeskCase, { agent }: SignedInAgent, now: Date) {
    return { claimedBy: agent.id, claimGeneration, claimUntil: MoreThan(now) };
  }

  async #trail(
    tx: EntityManager,
    { verdict, reasonCode, note, idempotencyKey }: DecideReplacementInput,
    { row, state, caller, from }: Acting,
    event: ReturnType<typeof stepOf>['event'],
  ): Promise<void> {
    const subject = { subjectKind: 'CASE', subjectId: row.id, caseId: row.id };
    const facts = { before: { status: row.status }, after: { verdict, tier: state.request.tier } };
    const why = { reasonCode: reasonCode ?? null, reason: note || null, idempotencyKey };
    await this.needs.audit.record(tx, { ...byAgent(caller, from), ...subject, ...facts, ...why, event });
  }
}

const fraudReason = (fraud: boolean): string | null => (fraud ? 'SUSPECTED_FRAUD' : null);

/** Account unchanged and active, address nobody else's: part of the UPDATE, because either may change while we look. */
const accountGuard = ({ accountId }: DeskCase) => ({
  accountVersion: Raw(
    (column) =>
      `${column} = (SELECT a.version FROM accounts a WHERE a.id = :guardAccount AND a.status = 'ACTIVE')`,
    { guardAccount: accountId },
  ),
  newEmailKey: Raw(
    (column) =>
      `NOT EXISTS (SELECT 1 FROM identifiers i WHERE i.identifier_key = ${column} AND i.account_id <> :guardOwner)`,
    { guardOwner: accountId },
  ),
});
