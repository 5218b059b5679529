import type { EntityManager } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { Agents } from '../../office/agents.js';
import { NotFound } from '../../office/not-found.result.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { KeyRefused } from '../../platform/idempotency/key-refused.js';
import type { RunOnce } from '../../platform/idempotency/run-once.js';
import { newId } from '../../platform/ids.js';
import type { CaseClaims, Taken } from './case-claims.js';
import type { ClaimLease } from './claim-lease.js';
import { mayNotDecide } from './claim-rules.js';
import { type DeskCase, findCase, holderOf } from './desk-case.js';
import { REFUSALS } from './desk-refusals.js';
import {
  ClaimHeldByOther,
  type ClaimResult,
  handsFull,
  NothingToClaim,
  RequestClaimed,
} from './replacement-claims.result.js';
import { type NextClaim, QueueOrder, type QueueView } from './replacement-queue.input.js';
import type { ReplacementQueueService } from './replacement-queue.service.js';
import { ReplacementRequestView } from './replacement-request.type.js';

interface Needs {
  readonly db: Database;
  readonly once: RunOnce;
  readonly queue: ReplacementQueueService;
  readonly claims: CaseClaims;
  readonly lease: ClaimLease;
  readonly agents: Agents;
  readonly now: Now;
  /** CLAIM_PER_AGENT */
  readonly perAgent: number;
}

interface Leaving {
  readonly ticket: string;
  /** The page may only be loaded again: the claim stays a moment longer. */
  readonly mayReturn: boolean;
}

/** Who works on what: the next one, this one, a little longer, no longer (security.md 5.5). */
export class ReplacementClaimsService {
  constructor(private readonly needs: Needs) {}

  /**
   * The most urgent one that this agent may decide; of several agents at once each gets another. Asked again with the same
   * key it is the same one: a lost answer, or a lost COMMIT, must not fill the agent's hands with a case nobody looks at.
   */
  async next(
    { view, idempotencyKey }: NextClaim,
    caller: SignedInAgent,
    from: Context,
  ): Promise<ClaimResult> {
    const { once, now } = this.needs;
    const work = () => this.#next(view, caller, from);
    const command = { actorId: caller.agent.id, operation: 'claimNext', input: { view } };
    const answer = await once.run<ClaimResult, string>(
      { ...command, key: idempotencyKey ?? newId(now()) },
      {
        work,
        keep: (given) => (given instanceof RequestClaimed ? given.request.ticket : undefined),
        // Lapsed or given back since: then the key brings another one, and nobody is left without.
        recall: async (ticket) => (await this.#held(ticket, caller)) ?? work(),
      },
    );
    return answer instanceof KeyRefused ? new NothingToClaim(answer.words) : answer;
  }

  async #next(view: QueueView, caller: SignedInAgent, from: Context): Promise<ClaimResult> {
    const filter = { view };
    for (const found of await this.needs.queue.candidates(filter, QueueOrder.NEEDS_DOING, caller)) {
      if (mayNotDecide(caller, found)) continue;
      const taken = await this.#take(found, caller, from);
      if (taken === 'TAKEN') return this.#claimed(found.ticket, caller);
      if (taken === 'HANDS_FULL') return new NothingToClaim(handsFull(this.needs.perAgent));
    }
    return new NothingToClaim();
  }

  async claim(ticket: string, caller: SignedInAgent, from: Context): Promise<ClaimResult> {
    const found = await findCase(this.needs.db.rows, ticket, caller);
    if (!found) return new NotFound();
    const holder = holderOf(found, this.needs.now());
    if (holder === caller.agent.id) return this.#claimed(ticket, caller);
    const refusal = mayNotDecide(caller, found);
    if (refusal) return new NothingToClaim(REFUSALS[refusal]);
    const taken = holder ? 'TAKEN_BEFORE' : await this.#take(found, caller, from);
    if (taken === 'TAKEN') return this.#claimed(ticket, caller);
    if (taken === 'HANDS_FULL') return new NothingToClaim(handsFull(this.needs.perAgent));
    if (taken === 'CONFLICT') return new NothingToClaim(REFUSALS.CONFLICT);
    return this.#heldByOther(ticket, caller);
  }

  /** The heartbeat: never beyond CLAIM_MAX_MIN after the claim began. */
  async extend(ticket: string, caller: SignedInAgent): Promise<ClaimResult> {
    const found = await findCase(this.needs.db.rows, ticket, caller);
    if (!found) return new NotFound();
    const extended = await this.needs.db.transact((tx) => this.needs.lease.extend(tx, found, caller));
    return extended ? this.#claimed(ticket, caller) : this.#heldByOther(ticket, caller);
  }

  /** False: it was not this agent's any more. */
  async release({ ticket, mayReturn }: Leaving, caller: SignedInAgent, from: Context): Promise<boolean> {
    const { db, claims, lease } = this.needs;
    const found = await findCase(db.rows, ticket, caller);
    if (!found) return false;
    return db.transact((tx) =>
      mayReturn ? lease.linger(tx, found, caller) : claims.release(tx, found, caller, from),
    );
  }

  async takeOver(
    { ticket, reason }: { ticket: string; reason: string },
    caller: SignedInAgent,
    from: Context,
  ): Promise<ClaimResult> {
    const { db, claims } = this.needs;
    const found = await findCase(db.rows, ticket, caller);
    if (!found) return new NotFound();
    const taken = await db.transact((tx) => claims.takeOver(tx, found, { caller, from, reason }));
    if (taken === 'CONFLICT') return new NothingToClaim(REFUSALS.CONFLICT);
    if (taken === 'NOT_HELD') return new NothingToClaim(REFUSALS.NOT_HELD);
    return taken === 'TAKEN' ? this.#claimed(ticket, caller) : this.#heldByOther(ticket, caller);
  }

  #take(found: DeskCase, caller: SignedInAgent, from: Context): Promise<Taken> {
    return this.needs.db.transact((tx: EntityManager) => this.needs.claims.take(tx, found, caller, from));
  }

  async #held(ticket: string, caller: SignedInAgent): Promise<ClaimResult | null> {
    const { db, now } = this.needs;
    const row = await findCase(db.rows, ticket, caller);
    const mine = row && holderOf(row, now()) === caller.agent.id;
    return mine ? new RequestClaimed(new ReplacementRequestView(row, now())) : null;
  }

  async #claimed(ticket: string, caller: SignedInAgent): Promise<ClaimResult> {
    const row = await findCase(this.needs.db.rows, ticket, caller);
    return row ? new RequestClaimed(new ReplacementRequestView(row, this.needs.now())) : new NotFound();
  }

  async #heldByOther(ticket: string, caller: SignedInAgent): Promise<ClaimResult> {
    const { db, agents, now } = this.needs;
    const row = await findCase(db.rows, ticket, caller);
    const holder = row && holderOf(row, now());
    // An earlier run of the same unit got through, and only its answer was lost.
    if (row && holder === caller.agent.id) return new RequestClaimed(new ReplacementRequestView(row, now()));
    const onDuty = holder ? await agents.find(holder) : null;
    if (row?.claimUntil && onDuty) return new ClaimHeldByOther(onDuty, row.claimUntil);
    return row ? new NothingToClaim(REFUSALS.CLAIM_LOST) : new NotFound();
  }
}
