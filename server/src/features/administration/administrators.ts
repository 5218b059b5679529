import { type EntityManager, In, IsNull, Not } from 'typeorm';

import { Agent } from '../../office/agent.entity.js';
import { AgentRole } from '../../office/agent-role.js';
import type { Agents } from '../../office/agents.js';
import { OfficeAssignment } from '../../office/office-assignment.entity.js';
import { forUpdate } from '../../platform/database/dialect.js';

/** The admins there are. */
export class Administrators {
  constructor(private readonly agents: Agents) {}

  /**
   * Lets changes of agents take turns: of two admins who remove each other at the same moment the second finds that
   * they are none any longer. Nobody removes the own entry, so whoever is let through is an admin that remains.
   */
  async takeTurn(tx: EntityManager, adminId: string): Promise<boolean> {
    const ids = await this.#ids(tx);
    const order = { id: 'ASC' } as const; // everybody in one order, or two would wait for each other
    await tx.find(Agent, { select: { id: true }, where: { id: In(ids) }, order, lock: forUpdate(tx) });
    return this.isOne(adminId);
  }

  async isOne(id: string): Promise<boolean> {
    const found = await this.agents.find(id);
    return found?.role === AgentRole.ADMIN && found.agent.active;
  }

  /** Active ones besides those named. */
  async besides(tx: EntityManager, ...named: readonly string[]): Promise<Agent[]> {
    const ids = (await this.#ids(tx)).filter((id) => !named.includes(id));
    return tx.findBy(Agent, { id: In(ids), active: true });
  }

  async #ids(tx: EntityManager): Promise<string[]> {
    const where = { role: AgentRole.ADMIN, currentFor: Not(IsNull()) };
    const current = await tx.find(OfficeAssignment, { select: { agentId: true }, where });
    return current.map(({ agentId }) => agentId);
  }
}
