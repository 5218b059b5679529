import { type EntityManager, In, IsNull, Not } from 'typeorm';

import type { Now } from '../platform/clock.js';
import type { Database } from '../platform/database/transact.js';
import { transition } from '../platform/database/transition.js';
import { newId } from '../platform/ids.js';
import { Agent } from './agent.entity.js';
import type { AgentRole } from './agent-role.js';
import { Office } from './office.entity.js';
import { OfficeAssignment } from './office-assignment.entity.js';

export interface AgentOnDuty {
  readonly agent: Agent;
  readonly role: AgentRole;
  readonly office: Office;
}

export interface NewAgent {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly email: { readonly value: string; readonly key: string };
  readonly nikIndex: string | null;
  readonly nikSealed?: string;
  readonly role: AgentRole;
  readonly officeId: string;
}

/** Who works at the desk, in which role, for which office. */
export class Agents {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  /** With role and office of today; null where there is no such agent or no assignment. */
  async find(id: string): Promise<AgentOnDuty | null> {
    return (await this.all([id])).get(id) ?? null;
  }

  async findByUsername(username: string): Promise<AgentOnDuty | null> {
    const agent = await this.db.rows.findOneBy(Agent, { usernameKey: usernameKey(username) });
    // Looked for even where nobody has the name: a query less would be a sign (R33).
    return this.find(agent?.id ?? '');
  }

  /** One statement for any number of agents; for loaders. */
  async all(ids: readonly string[]): Promise<Map<string, AgentOnDuty>> {
    const query = this.db.rows
      .createQueryBuilder(Agent, 'agent')
      .innerJoinAndMapOne('agent.assignment', OfficeAssignment, 'duty', 'duty.currentFor = agent.id')
      .innerJoinAndMapOne('agent.office', Office, 'office', 'office.id = duty.officeId')
      .where('agent.id IN (:...ids)', { ids: ids.length > 0 ? [...ids] : [''] });
    const found = (await query.getMany()) as (Agent & { assignment: OfficeAssignment; office: Office })[];
    return new Map(
      found.map((agent) => [agent.id, { agent, role: agent.assignment.role, office: agent.office }]),
    );
  }

  /** By name; of these offices, or of all. */
  async list(officeIds?: readonly string[]): Promise<AgentOnDuty[]> {
    const where = officeIds
      ? { currentFor: Not(IsNull()), officeId: In([...officeIds]) }
      : { currentFor: Not(IsNull()) };
    const assignments = await this.db.rows.find(OfficeAssignment, { select: { agentId: true }, where });
    const found = await this.all(assignments.map(({ agentId }) => agentId));
    const byName = (a: AgentOnDuty, b: AgentOnDuty) => a.agent.fullName.localeCompare(b.agent.fullName, 'id');
    return [...found.values()].sort(byName);
  }

  /** Throws the database's unique violation when username, work email or NIK belong to somebody already. */
  async add(tx: EntityManager, { id, role, officeId, email, username, ...given }: NewAgent): Promise<void> {
    const createdAt = this.now();
    await tx.insert(Agent, {
      ...{ id, username, usernameKey: usernameKey(username), createdAt },
      ...{ email: email.value, emailKey: email.key, ...given },
    });
    await this.#assign(tx, { id, role, officeId });
  }

  /** Ends today's assignment and begins another; the caller raises the agent's version, which ends the sessions. */
  async reassign(tx: EntityManager, agent: { id: string; role: AgentRole; officeId: string }): Promise<void> {
    const over = { currentFor: null, validTo: this.now() };
    await tx.update(OfficeAssignment, { currentFor: agent.id }, over);
    await this.#assign(tx, agent);
  }

  /** One guarded step of an agent's row; false: somebody changed this agent meanwhile. */
  change(tx: EntityManager, { id, version }: Agent, to: Partial<Agent>): Promise<boolean> {
    return transition(tx, Agent, { id, version }, { ...to, version: version + 1 });
  }

  async #assign(
    tx: EntityManager,
    { id, role, officeId }: { id: string; role: AgentRole; officeId: string },
  ): Promise<void> {
    const validFrom = this.now();
    const assignment = { id: newId(validFrom), agentId: id, officeId, role, validFrom };
    await tx.insert(OfficeAssignment, { ...assignment, currentFor: id });
  }
}

/** Neither dismissed nor of an office that has ended: nobody decides for an office that is no more. */
export const isOnDuty = ({ agent, office }: Pick<AgentOnDuty, 'agent' | 'office'>): boolean =>
  agent.active && office.validTo === null;

/** Usernames of agents are letters, digits, dots and hyphens; compared without case. */
export const usernameKey = (username: string): string => username.normalize('NFKC').trim().toLowerCase();
