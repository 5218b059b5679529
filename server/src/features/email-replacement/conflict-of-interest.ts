import { type EntityManager, In } from 'typeorm';

import { Identifier } from '../../account/identifier.entity.js';
import { IdentityLink } from '../../account/identity-link.entity.js';
import type { Agent } from '../../office/agent.entity.js';
import type { AgentNiks } from '../../office/agent-keys.js';
import type { DeskReads } from '../../office/desk-reads.js';
import type { ReplacementRequest } from './replacement-request.entity.js';

/** Nobody handles a case about an account that is their own or linked to them, or that they looked into outside a case (R54). */
export class ConflictsOfInterest {
  constructor(
    private readonly reads: DeskReads,
    private readonly niks: AgentNiks,
  ) {}

  async stands(rows: EntityManager, agent: Agent, request: ReplacementRequest): Promise<boolean> {
    const { emailKey } = agent;
    const indexes = this.niks.indexesOf(agent);
    if (indexes.includes(request.nikIndex) || emailKey === request.newEmailKey) return true;
    const { accountId } = request;
    if (!accountId) return false;
    return (
      (indexes.length > 0 && (await rows.existsBy(IdentityLink, { accountId, blindIndex: In(indexes) }))) ||
      (await rows.existsBy(Identifier, { accountId, contactKey: In([emailKey]) })) ||
      (await this.reads.hasRevealedOutsideCase(agent.id, accountId))
    );
  }
}
