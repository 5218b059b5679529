import { type EntityManager, IsNull, MoreThan } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import { withoutIdentifiers } from '../../office/desk-note.js';
import type { DeskReads } from '../../office/desk-reads.js';
import { type FreshProof, FreshProofRequired } from '../../office/fresh-proof.js';
import { NotFound } from '../../office/not-found.result.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import type { Context } from '../../platform/graphql/context.js';
import { evidenceOf, seenBy } from './case-state.js';
import { handItems } from './checklist.js';
import { lacking } from './decision-guards.js';
import type { DeskCase } from './desk-case.js';
import { REFUSALS, type Refusal } from './desk-refusals.js';
import { officesSeen } from './desk-scope.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import { DecisionRefused } from './replacement-decision.result.js';
import { SpotCheck } from './spot-check.entity.js';
import type { RecordSpotCheckInput, SettleSpotCheckInput } from './spot-check.input.js';
import {
  type RecordSpotCheckResult,
  type SettleSpotCheckResult,
  SpotCheckRecorded,
  SpotCheckSettled,
} from './spot-check.result.js';
import type { SpotCheckOutcomes } from './spot-check-outcomes.js';
import { caseBehind } from './spot-checks.js';
import { Verdict } from './verdict.js';

interface Needs {
  readonly db: Database;
  readonly proof: FreshProof;
  readonly reads: DeskReads;
  readonly outcomes: SpotCheckOutcomes;
  readonly audit: Audit;
  readonly now: Now;
  /** Two people looked at the same case and came to different verdicts: a supervisor has to hear of it. */
  readonly alarm: (caseId: string) => void;
}

interface Acting {
  readonly caller: SignedInAgent;
  readonly from: Context;
}

/** What the second reader says, kept beside the first decision; and what a supervisor made of a difference. */
export class SpotCheckRecordingService {
  constructor(private readonly needs: Needs) {}

  async record(
    input: RecordSpotCheckInput,
    caller: SignedInAgent,
    from: Context,
  ): Promise<RecordSpotCheckResult> {
    const { db, proof, outcomes } = this.needs;
    if (proof.isMissing(caller.session, 'DECIDE')) return new FreshProofRequired();
    const check = await db.rows.findOneBy(SpotCheck, { id: input.checkId, takenBy: caller.agent.id });
    if (!check) return new NotFound();
    // Sent again because the first answer was lost.
    if (check.checkedAt) return new SpotCheckRecorded(await outcomes.one(check.id));
    const against = await this.#against(input, check, caller);
    if (against.length > 0) return new DecisionRefused(against.map((refusal) => REFUSALS[refusal]));
    const recorded = await db.transact((tx) => this.#record(tx, input, check, { caller, from }));
    if (!recorded) return new DecisionRefused([REFUSALS.CHECK_LOST]);
    return new SpotCheckRecorded(await outcomes.one(check.id));
  }

  /** By another supervisor than whoever decided or looked. */
  async settle(
    { checkId, note }: SettleSpotCheckInput,
    caller: SignedInAgent,
    from: Context,
  ): Promise<SettleSpotCheckResult> {
    const { db, outcomes } = this.needs;
    const open = await db.rows.findOneBy(SpotCheck, { id: checkId, outcome: 'DISAGREES' });
    const offices = open && (await officesSeen(db.rows, caller));
    if (!open || !offices || (offices !== 'ALL' && !offices.includes(open.officeId))) return new NotFound();
    const { agentId } = await db.rows.findOneByOrFail(ReplacementDecision, { id: open.decisionId });
    if ([agentId, open.checkedBy].includes(caller.agent.id)) return new DecisionRefused([REFUSALS.OWN_CHECK]);
    await db.transact((tx) => this.#settle(tx, open, note, { caller, from }));
    return new SpotCheckSettled(await outcomes.one(checkId));
  }

  async #against(
    input: RecordSpotCheckInput,
    { requestId, takenUntil }: SpotCheck,
    { agent }: SignedInAgent,
  ): Promise<Refusal[]> {
    const { db, reads, now } = this.needs;
    if (!takenUntil || takenUntil <= now()) return ['CHECK_LOST'];
    // Whoever has opened the case since knows the answer, and is on record for it.
    if (await reads.hasHadInHand(agent.id, requestId)) return ['NOT_BLIND'];
    const request = (await caseBehind(db.rows, { requestId } as SpotCheck)) as DeskCase;
    const files = await evidenceOf(db.rows, requestId);
    const seen = await seenBy(db.rows, agent.id, files);
    const unticked = handItems(request).some((item) => !input.checklist.includes(item));
    return [
      ...(files.some(({ id }) => !seen.has(id)) ? (['EVIDENCE_UNSEEN'] as const) : []),
      ...(input.verdict === Verdict.APPROVE && unticked ? (['CHECKLIST'] as const) : []),
      ...lacking(input, { request }),
    ];
  }

  async #record(
    tx: EntityManager,
    { verdict, reasonCode, note, checklist }: RecordSpotCheckInput,
    { id, requestId, decisionId }: SpotCheck,
    { caller, from }: Acting,
  ): Promise<boolean> {
    const at = this.needs.now();
    const first = await tx.findOneByOrFail(ReplacementDecision, { id: decisionId });
    const outcome = first.verdict === verdict ? ('AGREES' as const) : ('DISAGREES' as const);
    const said = {
      verdict,
      reasonCode: reasonCode ?? null,
      note: note || null,
      checklist: checklist.join(','),
    };
    const made = { ...said, outcome, checkedBy: caller.agent.id, checkedAt: at, waitingSince: null };
    const mine = { id, takenBy: caller.agent.id, takenUntil: MoreThan(at), checkedAt: IsNull() };
    // An earlier run of this unit may have got through although its answer was lost.
    if (!(await transition(tx, SpotCheck, mine, made)))
      return tx.existsBy(SpotCheck, { id, checkedBy: caller.agent.id });
    const subject = { subjectKind: 'CASE', subjectId: requestId, caseId: requestId };
    const facts = { before: { verdict: first.verdict }, after: { verdict }, reasonCode: outcome };
    const event = { ...byAgent(caller, from), ...subject, ...facts, event: 'CASE_SPOT_CHECKED' } as const;
    await this.needs.audit.record(tx, { ...event, reason: note ? withoutIdentifiers(note) : null });
    if (outcome === 'DISAGREES') this.needs.alarm(requestId);
    return true;
  }

  /** Nothing happens where somebody saw to it before: the first word stands. */
  async #settle(
    tx: EntityManager,
    { id, requestId }: SpotCheck,
    note: string,
    { caller, from }: Acting,
  ): Promise<void> {
    const settled = { settledBy: caller.agent.id, settledAt: this.needs.now(), settledNote: note };
    if (!(await transition(tx, SpotCheck, { id, settledAt: IsNull() }, settled))) return;
    const subject = { subjectKind: 'CASE', subjectId: requestId, caseId: requestId };
    const event = { ...byAgent(caller, from), ...subject, event: 'CASE_SPOT_CHECK_SETTLED' } as const;
    await this.needs.audit.record(tx, { ...event, reason: withoutIdentifiers(note) });
  }
}
