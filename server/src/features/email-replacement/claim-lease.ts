import { type EntityManager, MoreThan } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import { after, MINUTE_MS, type Now, SECOND_MS } from '../../platform/clock.js';
import { transition } from '../../platform/database/transition.js';
import { holderOf } from './desk-case.js';
import { ReplacementRequest } from './replacement-request.entity.js';

export interface LeaseTimes {
  readonly leaseMin: number;
  readonly maxMin: number;
  /** How long a claim outlives a page that may come back. */
  readonly lingerS: number;
}

/** How long a claim lasts: as long as its page is open, and a moment longer. */
export class ClaimLease {
  constructor(
    private readonly now: Now,
    private readonly times: LeaseTimes,
  ) {}

  /** When a claim ends that begins, or is lengthened, at this moment. */
  from(now: Date, latest?: Date): Date {
    const until = after(now, this.times.leaseMin * MINUTE_MS);
    return latest && latest < until ? latest : until;
  }

  extend(tx: EntityManager, seen: ReplacementRequest, { agent }: SignedInAgent): Promise<boolean> {
    const now = this.now();
    const { id, claimGeneration } = seen;
    const claimUntil = this.from(now, this.latestEnd(seen) ?? undefined);
    const mine = { id, claimGeneration, claimedBy: agent.id, claimUntil: MoreThan(now) };
    return transition(tx, ReplacementRequest, mine, { claimUntil });
  }

  /**
   * The page is gone, closed or only loaded again: the claim ends soon, unless a heartbeat of the page that comes back
   * makes it whole. False: it was not this agent's any more.
   */
  async linger(tx: EntityManager, seen: ReplacementRequest, { agent }: SignedInAgent): Promise<boolean> {
    const now = this.now();
    if (holderOf(seen, now) !== agent.id) return false;
    const claimUntil = after(now, this.times.lingerS * SECOND_MS);
    const { id, claimGeneration } = seen;
    const longer = { id, claimGeneration, claimedBy: agent.id, claimUntil: MoreThan(claimUntil) };
    await transition(tx, ReplacementRequest, longer, { claimUntil }); // none: it ends sooner by itself
    return true;
  }

  /** When no heartbeat lengthens it any more. */
  latestEnd({ claimedAt }: ReplacementRequest): Date | null {
    return claimedAt && after(claimedAt, this.times.maxMin * MINUTE_MS);
  }
}
