import { type EntityManager, IsNull, LessThanOrEqual, MoreThan, Or } from 'typeorm';

import { Agent } from '../../office/agent.entity.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { DeskReads } from '../../office/desk-reads.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { after, MINUTE_MS, type Now, SECOND_MS } from '../../platform/clock.js';
import { forUpdate } from '../../platform/database/dialect.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import type { Context } from '../../platform/graphql/context.js';
import type { ConflictsOfInterest } from './conflict-of-interest.js';
import type { DeskCase } from './desk-case.js';
import { officesSeen } from './desk-scope.js';
import type { ReplacementDraftsService } from './replacement-drafts.service.js';
import { SpotCheck } from './spot-check.entity.js';
import type { SpotDraftInput } from './spot-check.input.js';
import { NothingToCheck, SpotCheckTaken, type TakeSpotCheckResult } from './spot-check.result.js';
import { SpotCheckView } from './spot-check.type.js';
import { caseBehind, readySpotChecks } from './spot-checks.js';

interface Needs {
  readonly db: Database;
  readonly conflicts: ConflictsOfInterest;
  readonly reads: DeskReads;
  readonly audit: Audit;
  readonly now: Now;
  readonly drafts: ReplacementDraftsService;
  /** CLAIM_LEASE_MIN, lengthened by every heartbeat: nobody waits for it, so there is no end to that. */
  readonly leaseMin: number;
  /** CLAIM_LINGER_S */
  readonly lingerS: number;
}

/** As many as there may be that this agent has had in hand, or that others take in this very moment. */
const CANDIDATES = 20;

/** Hands out second looks, to people who know nothing of the first. */
export class SpotCheckService {
  constructor(private readonly needs: Needs) {}

  /** The one this agent has already, else the one that waits longest. */
  async take(caller: SignedInAgent, from: Context): Promise<TakeSpotCheckResult> {
    const found = await this.needs.db.transact((tx) => this.#take(tx, caller, from));
    return found ? new SpotCheckTaken(await this.#view(found)) : new NothingToCheck();
  }

  /** The one this agent has already: after a reload nothing has to be taken anew. */
  async inHand(caller: SignedInAgent): Promise<SpotCheckView | null> {
    const mine = await this.#mine(this.needs.db.rows, caller.agent);
    return mine && this.#view(mine);
  }

  /** The heartbeat of an open page. Until when; null: it is not this agent’s any more. */
  async extend(checkId: string, { agent }: SignedInAgent): Promise<Date | null> {
    const { db, now } = this.needs;
    const takenUntil = this.#until();
    const mine = { id: checkId, takenBy: agent.id, takenUntil: MoreThan(now()), checkedAt: IsNull() };
    return (await db.transact((tx) => transition(tx, SpotCheck, mine, { takenUntil }))) ? takenUntil : null;
  }

  /** False: it was not this agent’s any more. */
  async release(
    { checkId, mayReturn }: { checkId: string; mayReturn: boolean },
    { agent }: SignedInAgent,
  ): Promise<boolean> {
    const { db, now, lingerS } = this.needs;
    const mine = { id: checkId, takenBy: agent.id, checkedAt: IsNull() };
    if (!mayReturn)
      return db.transact((tx) => transition(tx, SpotCheck, mine, { takenBy: null, takenUntil: null }));
    const soon = { takenUntil: after(now(), lingerS * SECOND_MS) };
    const held = { ...mine, takenUntil: MoreThan(now()) };
    return db.transact((tx) => transition(tx, SpotCheck, held, soon));
  }

  /** False: it is not this agent’s any more. What is typed stays with the case, for this agent’s eyes only. */
  async keepDraft({ checkId, ...words }: SpotDraftInput, { agent }: SignedInAgent): Promise<boolean> {
    const { db, now, drafts } = this.needs;
    const mine = { id: checkId, takenBy: agent.id, takenUntil: MoreThan(now()), checkedAt: IsNull() };
    const check = await db.rows.findOneBy(SpotCheck, mine);
    if (!check) return false;
    await drafts.keepFor({ requestId: check.requestId, agentId: agent.id }, words);
    return true;
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
    const mine = await this.#mine(tx, agent);
    if (mine) return mine;
    const offices = await officesSeen(tx, caller);
    const ready = readySpotChecks(tx, { agentId: agent.id, offices, now }).limit(CANDIDATES);
    for (const one of await ready.getMany()) {
      if (!(await this.#isStranger(tx, one, agent))) continue;
      const takenUntil = this.#until();
      const free = { id: one.id, checkedAt: IsNull(), takenUntil: Or(IsNull(), LessThanOrEqual(now)) };
      if (!(await transition(tx, SpotCheck, free, { takenBy: agent.id, takenUntil }))) continue;
      const subject = { subjectKind: 'CASE', subjectId: one.requestId, caseId: one.requestId };
      const event = { ...byAgent(caller, from), ...subject, event: 'CASE_SPOT_CHECK_TAKEN' } as const;
      await this.needs.audit.record(tx, event);
      return { ...one, takenBy: agent.id, takenUntil };
    }
    return null;
  }

  #mine(rows: EntityManager, agent: Agent): Promise<SpotCheck | null> {
    const held = { takenBy: agent.id, takenUntil: MoreThan(this.needs.now()), checkedAt: IsNull() };
    return rows.findOneBy(SpotCheck, held);
  }

  #until(): Date {
    return after(this.needs.now(), this.needs.leaseMin * MINUTE_MS);
  }

  async #view(check: SpotCheck): Promise<SpotCheckView> {
    const { db, now } = this.needs;
    return new SpotCheckView(check, (await caseBehind(db.rows, check)) as DeskCase, now());
  }

  /** Blind: no part in the case, and not one look at it. */
  async #isStranger(tx: EntityManager, { requestId }: SpotCheck, agent: Agent): Promise<boolean> {
    const { conflicts, reads } = this.needs;
    if (await reads.hasHadInHand(agent.id, requestId)) return false;
    const row = (await caseBehind(tx, { requestId } as SpotCheck)) as DeskCase;
    return !(await conflicts.stands(tx, agent, row));
  }
}
