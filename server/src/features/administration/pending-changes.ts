import DataLoader from 'dataloader';
import { In, MoreThan } from 'typeorm';

import { Agent } from '../../office/agent.entity.js';
import { Office } from '../../office/office.entity.js';
import { OfficeView } from '../../office/office.type.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { PendingAgentChange } from './administration.result.js';
import { AgentChange } from './agent-change.entity.js';

type Loader = DataLoader<string, PendingAgentChange | null>;

/** What waits for a second admin, by agent: three statements for a list of any length. */
export class PendingChanges {
  readonly #loaders = new WeakMap<object, Loader>();

  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  /** `request` is whatever lives as long as one request. */
  of(request: object, agentId: string, readerId: string): Promise<PendingAgentChange | null> {
    const loader =
      this.#loaders.get(request) ?? new DataLoader((ids: readonly string[]) => this.#all(ids, readerId));
    this.#loaders.set(request, loader);
    return loader.load(agentId);
  }

  async #all(agentIds: readonly string[], readerId: string): Promise<(PendingAgentChange | null)[]> {
    const open = { openFor: In([...agentIds]), expiresAt: MoreThan(this.now()) };
    const changes = await this.db.rows.findBy(AgentChange, open);
    const names = await this.db.rows.findBy(Agent, { id: In(changes.map(({ proposedBy }) => proposedBy)) });
    const offices = await this.db.rows.findBy(Office, { id: In(changes.map(({ officeId }) => officeId)) });
    return agentIds.map((agentId) => {
      const change = changes.find((one) => one.agentId === agentId);
      const office = offices.find(({ id }) => id === change?.officeId);
      if (!change || !office) return null;
      const { role, readmit, proposedBy, proposedAt, expiresAt } = change;
      return {
        ...{ role, readmit, proposedAt, expiresAt },
        office: new OfficeView(office),
        proposedBy: names.find(({ id }) => id === proposedBy)?.fullName ?? '',
        mine: proposedBy === readerId,
      };
    });
  }
}
