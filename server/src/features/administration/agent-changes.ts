import { type EntityManager, IsNull } from 'typeorm';

import type { Agent } from '../../office/agent.entity.js';
import type { AgentRole } from '../../office/agent-role.js';
import type { AgentSessions, SignedInAgent } from '../../office/agent-sessions.js';
import type { AgentOnDuty, Agents } from '../../office/agents.js';
import type { Departures } from '../../office/departures.js';
import { Office } from '../../office/office.entity.js';
import { byAgent } from '../../office/trail.js';
import type { Audit, AuditEntry } from '../../platform/audit/audit.js';
import { after, type Now } from '../../platform/clock.js';
import { transition } from '../../platform/database/transition.js';
import type { Context } from '../../platform/graphql/context.js';
import { newId } from '../../platform/ids.js';
import type { Administrators } from './administrators.js';
import { AgentChange, type AgentChangeEnd } from './agent-change.entity.js';

export interface Wanted {
  readonly role: AgentRole;
  readonly officeId: string;
  readonly readmit: boolean;
}

export interface By {
  readonly admin: SignedInAgent;
  readonly from: Context;
}

interface Needs {
  readonly agents: Agents;
  readonly admins: Administrators;
  readonly agentSessions: AgentSessions;
  readonly departures: Departures;
  readonly audit: Audit;
  readonly now: Now;
}

/** What gives or takes power over other people's data takes two admins: the first proposes, the second sends the same (R54). */
export class AgentChanges {
  constructor(
    private readonly needs: Needs,
    private readonly ttlMs: number,
  ) {}

  /** WAITING: for another admin. LOST: somebody changed this agent meanwhile. Callers have taken their turn. */
  async send(
    tx: EntityManager,
    target: AgentOnDuty,
    wanted: Wanted,
    by: By,
  ): Promise<'APPLIED' | 'WAITING' | 'LOST'> {
    const open = await tx.findOneBy(AgentChange, { openFor: target.agent.id });
    const alive = open !== null && (await this.#isAlive(open));
    if (open && alive && isSame(open, wanted)) {
      if (open.proposedBy === by.admin.agent.id) return 'WAITING';
      return (await this.#apply(tx, target, open, by)) ? 'APPLIED' : 'LOST';
    }
    if (open && !(await this.#end(tx, open, alive ? 'REPLACED' : 'EXPIRED', by))) return 'LOST';
    await this.#propose(tx, target.agent, wanted, by);
    return 'WAITING';
  }

  /** In time, and of somebody who could still propose it. */
  async #isAlive({ expiresAt, proposedBy }: AgentChange): Promise<boolean> {
    return expiresAt > this.needs.now() && (await this.needs.admins.isOne(proposedBy));
  }

  async #propose(tx: EntityManager, { id: agentId }: Agent, wanted: Wanted, by: By): Promise<void> {
    const proposedAt = this.needs.now();
    const times = { proposedAt, expiresAt: after(proposedAt, this.ttlMs) };
    const row = { id: newId(proposedAt), agentId, openFor: agentId, proposedBy: by.admin.agent.id };
    await tx.insert(AgentChange, { ...row, ...wanted, ...times });
    const facts = {
      role: wanted.role,
      office: await officeName(tx, wanted.officeId),
      readmit: wanted.readmit,
    };
    await this.#record(tx, by, { event: 'SETTING_PROPOSED', subjectId: agentId, after: facts });
  }

  async #apply(tx: EntityManager, target: AgentOnDuty, change: AgentChange, by: By): Promise<boolean> {
    const { agents, agentSessions, departures } = this.needs;
    const { id } = target.agent;
    const { role, officeId, readmit } = change;
    const won =
      (await this.#end(tx, change, 'APPLIED', by)) &&
      (await agents.change(tx, target.agent, readmit ? { active: true } : {}));
    if (!won) return false;
    const moved = role !== target.role || officeId !== target.office.id;
    if (moved) await agents.reassign(tx, { id, role, officeId });
    await agentSessions.endAll(tx, id, 'CHANGED');
    await departures.tell(tx, id);
    if (readmit) await this.#record(tx, by, { event: 'AGENT_READMITTED', subjectId: id });
    if (role !== target.role) {
      const roles = { before: { role: target.role }, after: { role } };
      await this.#record(tx, by, { event: 'AGENT_ROLE_CHANGED', subjectId: id, ...roles });
    }
    if (officeId !== target.office.id) {
      const offices = {
        before: { office: target.office.name },
        after: { office: await officeName(tx, officeId) },
      };
      await this.#record(tx, by, { event: 'AGENT_OFFICE_CHANGED', subjectId: id, ...offices });
    }
    return true;
  }

  #end(tx: EntityManager, { id }: AgentChange, endReason: AgentChangeEnd, { admin }: By): Promise<boolean> {
    const ended = { openFor: null, endedAt: this.needs.now(), endReason, endedBy: admin.agent.id };
    return transition(tx, AgentChange, { id, endedAt: IsNull() }, ended);
  }

  async #record(tx: EntityManager, { admin, from }: By, entry: Happened): Promise<void> {
    await this.needs.audit.record(tx, { ...byAgent(admin, from), subjectKind: 'AGENT', ...entry });
  }
}

type Happened = Pick<AuditEntry, 'event' | 'subjectId' | 'before' | 'after'>;

const isSame = (open: AgentChange, wanted: Wanted): boolean =>
  open.role === wanted.role && open.officeId === wanted.officeId && open.readmit === wanted.readmit;

const officeName = async (tx: EntityManager, id: string): Promise<string> =>
  (await tx.findOneByOrFail(Office, { id })).name;
