import type { EntityManager } from 'typeorm';

import { HOUR_MS } from '../platform/clock.js';
import type { Agent } from './agent.entity.js';
import type { AgentChallenges } from './agent-challenges.js';

interface InvitationLimits {
  readonly publicBaseUrl: string;
  /** Hours a link stays good. */
  readonly ttlH: number;
}

/** The link by which somebody sets the own first password. The token stands behind `#`, where no server log sees it. */
export class Invitations {
  constructor(
    private readonly challenges: AgentChallenges,
    private readonly limits: InvitationLimits,
  ) {}

  get ttlMs(): number {
    return this.limits.ttlH * HOUR_MS;
  }

  /** Made before the unit of work that calls `issue`. */
  prepare() {
    const prepared = this.challenges.prepare('INVITATION', this.ttlMs);
    return { prepared, link: `${this.limits.publicBaseUrl}/helpdesk/undangan#${prepared.token}` };
  }

  /** The agent's earlier invitations die. */
  issue(
    tx: EntityManager,
    agent: Pick<Agent, 'id' | 'version'>,
    { prepared }: ReturnType<Invitations['prepare']>,
  ): Promise<void> {
    return this.challenges.issue(tx, agent, prepared);
  }
}
