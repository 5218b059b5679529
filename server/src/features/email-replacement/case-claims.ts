import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan, Not, Or } from 'typeorm';

import { Agent } from '../../office/agent.entity.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { withoutIdentifiers } from '../../office/desk-note.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AuditEventName } from '../../platform/audit/audit-events.js';
import type { Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import { transition } from '../../platform/database/transition.js';
import type { Context } from '../../platform/graphql/context.js';
import type { ClaimLease } from './claim-lease.js';
import { CLAIMABLE, isSecond } from './claim-rules.js';
import type { ConflictsOfInterest } from './conflict-of-interest.js';
import { holderOf } from './desk-case.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';
import type { RequestFiling } from './request-filing.js';
import type { RiskAssessments } from './risk-assessment.js';

export type Taken = 'TAKEN' | 'TAKEN_BEFORE' | 'HANDS_FULL' | 'CONFLICT';

interface Needs {
  readonly conflicts: ConflictsOfInterest;
  readonly risks: RiskAssessments;
  readonly filing: RequestFiling;
  readonly lease: ClaimLease;
  readonly audit: Audit;
  readonly now: Now;
  /** CLAIM_PER_AGENT */
  readonly perAgent: number;
}

/** What is nobody's claim. The generation stays and rises, so that a former claim never fits again. */
export const UNCLAIMED = { claimedBy: null, claimUntil: null, claimedAt: null };

/** A claim is a lease in the case's own row: it ends by itself, and every decision asks for it in its own UPDATE. */
export class CaseClaims {
  constructor(private readonly needs: Needs) {}

  async take(
    tx: EntityManager,
    seen: ReplacementRequest,
    caller: SignedInAgent,
    from: Context,
  ): Promise<Taken> {
    const { conflicts, now } = this.needs;
    const { agent } = caller;
    // Claims of one agent take turns here, or each would miss the one that the other is taking.
    await tx.findOne(Agent, { select: { id: true }, where: { id: agent.id }, lock: forUpdate(tx) });
    // Of others: an earlier run of this unit may have taken this one, and only its answer was lost.
    const others = { id: Not(seen.id), claimedBy: agent.id, claimUntil: MoreThan(now()) };
    const held = await tx.countBy(ReplacementRequest, others);
    if (held >= this.needs.perAgent) return 'HANDS_FULL';
    if (await conflicts.stands(tx, agent, seen)) return 'CONFLICT';
    const free = { claimUntil: Or(IsNull(), LessThanOrEqual(now())) };
    const taken = await this.#hold(tx, seen, agent.id, free);
    if (taken) await this.#record(tx, seen, 'CASE_CLAIMED', { caller, from });
    return taken ? 'TAKEN' : 'TAKEN_BEFORE';
  }

  /** From whoever holds it, with a reason; the holder finds out at the next heartbeat. */
  async takeOver(
    tx: EntityManager,
    seen: ReplacementRequest,
    { caller, from, reason }: { caller: SignedInAgent; from: Context; reason: string },
  ): Promise<Taken | 'NOT_HELD'> {
    const { conflicts, now } = this.needs;
    if (!holderOf(seen, now()) || !CLAIMABLE.includes(seen.status)) return 'NOT_HELD';
    if (await conflicts.stands(tx, caller.agent, seen)) return 'CONFLICT';
    const { claimedBy, claimGeneration } = seen;
    const same = { claimedBy: claimedBy ?? '', claimGeneration };
    if (!(await this.#hold(tx, seen, caller.agent.id, same)))
      return (await this.#holds(tx, seen, caller.agent.id)) ? 'TAKEN' : 'TAKEN_BEFORE';
    await this.#record(tx, seen, 'CASE_TAKEN_OVER', {
      caller,
      from,
      reason: withoutIdentifiers(reason),
      before: { agent: claimedBy },
    });
    return 'TAKEN';
  }

  async release(
    tx: EntityManager,
    seen: ReplacementRequest,
    caller: SignedInAgent,
    from: Context,
  ): Promise<boolean> {
    const { id, claimGeneration, version } = seen;
    const mine = { id, claimGeneration, version, claimedBy: caller.agent.id };
    const free = { ...UNCLAIMED, ...released(seen), version: version + 1, updatedAt: this.needs.now() };
    if (!(await transition(tx, ReplacementRequest, mine, free))) return false;
    await this.#record(tx, seen, 'CASE_RELEASED', { caller, from });
    return true;
  }

  /** Everything an agent holds: they signed out, or are no longer with the office. Answers how many. */
  async releaseAll(tx: EntityManager, agentId: string): Promise<number> {
    const held = await tx.findBy(ReplacementRequest, { claimedBy: agentId, status: In([...CLAIMABLE]) });
    for (const one of held) {
      const { id, version } = one;
      const free = { ...UNCLAIMED, ...released(one), version: version + 1, updatedAt: this.needs.now() };
      if (!(await transition(tx, ReplacementRequest, { id, version, claimedBy: agentId }, free))) continue;
      const trail = { event: 'CASE_RELEASED', reasonCode: 'LEFT', subjectKind: 'CASE' } as const;
      await this.needs.audit.record(tx, {
        ...trail,
        actorKind: 'AGENT',
        actorId: agentId,
        subjectId: id,
        caseId: id,
      });
    }
    return held.length;
  }

  /** Gives the case to an agent, weighed anew, if it still is as `only` says. */
  async #hold(
    tx: EntityManager,
    seen: ReplacementRequest,
    claimedBy: string,
    only: object,
  ): Promise<boolean> {
    const { risks, filing, lease, now } = this.needs;
    const assessment = await risks.of(tx, seen);
    const at = now();
    const { id, version, claimGeneration } = seen;
    const claim = {
      claimedBy,
      claimedAt: at,
      claimUntil: lease.from(at),
      claimGeneration: claimGeneration + 1,
    };
    const status = isSecond(seen) ? seen.status : ReplacementStatus.IN_REVIEW;
    const weighed = filing.assessed(assessment, seen.dueAt);
    const set = { ...weighed, ...claim, status, version: version + 1, updatedAt: at };
    return transition(tx, ReplacementRequest, { ...only, id, version, status: seen.status }, set);
  }

  /** An earlier run of this unit, or this agent's other tab, got through: the claim that follows the one seen is theirs. */
  #holds(
    tx: EntityManager,
    { id, claimGeneration }: ReplacementRequest,
    claimedBy: string,
  ): Promise<boolean> {
    return tx.existsBy(ReplacementRequest, { id, claimedBy, claimGeneration: claimGeneration + 1 });
  }

  async #record(
    tx: EntityManager,
    { id }: ReplacementRequest,
    event: AuditEventName,
    {
      caller,
      from,
      ...more
    }: { caller: SignedInAgent; from: Context; reason?: string; before?: { agent: string | null } },
  ): Promise<void> {
    const subject = { subjectKind: 'CASE', subjectId: id, caseId: id };
    await this.needs.audit.record(tx, { ...byAgent(caller, from), ...subject, ...more, event });
  }
}

/** A first decision that nobody works on waits again; a second one waits where it is. */
const released = (seen: ReplacementRequest) =>
  isSecond(seen) ? {} : { status: ReplacementStatus.SUBMITTED };
