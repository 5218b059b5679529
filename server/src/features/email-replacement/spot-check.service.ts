import { type EntityManager, IsNull, LessThanOrEqual, MoreThan, Or } from 'typeorm';

import { Agent } from '../../office/agent.entity.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { DeskReads } from '../../office/desk-reads.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import type { Context } from '../../platform/graphql/context.js';
import type { ConflictsOfInterest } from './conflict-of-interest.js';
import type { DeskCase } from './desk-case.js';
import { officesSeen } from './desk-scope.js';
import { SpotCheck } from './spot-check.entity.js';
import { NothingToCheck, SpotCheckTaken, type TakeSpotCheckResult } from './spot-check.result.js';
import { SpotCheckView } from './spot-check.type.js';
import { caseBehind, readySpotChecks } from './spot-checks.js';

interface Needs {
  readonly db: Database;
  readonly conflicts: ConflictsOfInterest;
  readonly reads: DeskReads;
  readonly audit: Audit;
  readonly now: Now;
  /** CLAIM_MAX_MIN: nobody waits for it, so it needs no heartbeat. */
  readonly leaseMin: number;
}

/** As many as there may be that this agent has had in hand, or that others take in this very moment. */
const CANDIDATES = 20;

/** Hands out second looks, to people who know nothing of the first. */
export class SpotCheckService {
  constructor(private readonly needs: Needs) {}

  /** The one this agent has already, else the one that waits longest. */
  async take(caller: SignedInAgent, from: Context): Promise<TakeSpotCheckResult> {
    const { db, now } = this.needs;
    const found = await db.transact((tx) => this.#take(tx, caller, from));
    if (!found) return new NothingToCheck();
    const row = (await caseBehind(db.rows, found)) as DeskCase;
    return new SpotCheckTaken(new SpotCheckView(found, row, now()));
  }

  /** False: it was not this agent’s any more. */
  async release(checkId: string, caller: SignedInAgent): Promise<boolean> {
    const mine = { id: checkId, takenBy: caller.agent.id, checkedAt: IsNull() };
    const free = { takenBy: null, takenUntil: null };
    return this.needs.db.transact((tx) => transition(tx, SpotCheck, mine, free));
  }

  /** Everything of an agent who leaves the desk. */
  async releaseAll(tx: EntityManager, agentId: string): Promise<void> {
    const theirs = { takenBy: agentId, checkedAt: IsNull() };
    await tx.update(SpotCheck, theirs, { takenBy: null, takenUntil: null });
  }

  async #take(tx: EntityManager, caller: SignedInAgent, from: Context): Promise<SpotCheck | null> {
    const now = this.needs.now();
    const { agent } = caller;
    // Two tabs of one agent take turns here, or each would take one.
    await tx.findOne(Agent, { select: { id: true }, where: { id: agent.id }, lock: forUpdate(tx) });
    const held = { takenBy: agent.id, takenUntil: MoreThan(now), checkedAt: IsNull() };
    const mine = await tx.findOneBy(SpotCheck, held);
    if (mine) return mine;
    const offices = await officesSeen(tx, caller);
    const ready = readySpotChecks(tx, { agentId: agent.id, offices, now }).limit(CANDIDATES);
    for (const one of await ready.getMany()) {
      if (!(await this.#isStranger(tx, one, agent))) continue;
      const takenUntil = after(now, this.needs.leaseMin * MINUTE_MS);
      const free = { id: one.id, checkedAt: IsNull(), takenUntil: Or(IsNull(), LessThanOrEqual(now)) };
      if (!(await transition(tx, SpotCheck, free, { takenBy: agent.id, takenUntil }))) continue;
      const subject = { subjectKind: 'CASE', subjectId: one.requestId, caseId: one.requestId };
      const event = { ...byAgent(caller, from), ...subject, event: 'CASE_SPOT_CHECK_TAKEN' } as const;
      await this.needs.audit.record(tx, event);
      return { ...one, takenBy: agent.id, takenUntil };
    }
    return null;
  }

  /** Blind: no part in the case, and not one look at it. */
  async #isStranger(tx: EntityManager, { requestId }: SpotCheck, agent: Agent): Promise<boolean> {
    const { conflicts, reads } = this.needs;
    if (await reads.hasHadInHand(agent.id, requestId)) return false;
    const row = (await caseBehind(tx, { requestId } as SpotCheck)) as DeskCase;
    return !(await conflicts.stands(tx, agent, row));
  }
}
