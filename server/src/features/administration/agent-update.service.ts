import type { EntityManager } from 'typeorm';

import type { AgentSessions, SignedInAgent } from '../../office/agent-sessions.js';
import type { AgentOnDuty, Agents } from '../../office/agents.js';
import type { Departures } from '../../office/departures.js';
import type { DeskLetters } from '../../office/desk-letters.js';
import { type FreshProof, FreshProofRequired } from '../../office/fresh-proof.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { KeyRefused } from '../../platform/idempotency/key-refused.js';
import type { RunOnce } from '../../platform/idempotency/run-once.js';
import type { UpdateAgentInput } from './administration.input.js';
import { totpReset, totpResetTold } from './administration.messages.js';
import { AgentNotSaved, AgentSaved, type SaveAgentResult } from './administration.result.js';
import type { Administrators } from './administrators.js';
import type { AgentChanges, By } from './agent-changes.js';
import { openOffice } from './open-office.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly admins: Administrators;
  readonly changes: AgentChanges;
  readonly agentSessions: AgentSessions;
  readonly departures: Departures;
  readonly deskLetters: DeskLetters;
  readonly proof: FreshProof;
  readonly once: RunOnce;
  readonly audit: Audit;
}

/** Taking power away acts at once; giving it, or moving it, waits for a second admin. */
export class AgentUpdateService {
  constructor(private readonly needs: Needs) {}

  async update(input: UpdateAgentInput, admin: SignedInAgent, from: Context): Promise<SaveAgentResult> {
    const { db, proof, once } = this.needs;
    if (proof.isMissing(admin.session, 'ACT')) return new FreshProofRequired();
    if (input.agentId === admin.agent.id) return new AgentNotSaved('OWN');
    if (input.officeId && !(await openOffice(db.rows, input.officeId))) return new AgentNotSaved('OFFICE');
    const { idempotencyKey: key, ...asked } = input;
    const command = { actorId: admin.agent.id, key, operation: 'updateAgent', input: asked };
    const answer = await once.run<SaveAgentResult, { agentId: string }>(command, {
      work: (tx) => this.#change(tx, input, { admin, from }),
      keep: (outcome) => (outcome instanceof AgentSaved ? { agentId: input.agentId } : undefined),
      recall: async ({ agentId }) => this.#asItIs(await this.needs.agents.find(agentId)),
    });
    return answer instanceof KeyRefused ? new AgentNotSaved(answer) : answer;
  }

  /** Every step may be run again after a COMMIT whose answer was lost: what has been done already is left out. */
  async #change(tx: EntityManager, input: UpdateAgentInput, by: By): Promise<SaveAgentResult> {
    const { agents, admins, changes } = this.needs;
    if (!(await admins.takeTurn(tx, by.admin.agent.id))) return new AgentNotSaved('CHANGED');
    const found = await agents.find(input.agentId);
    if (!found) return new AgentNotSaved('UNKNOWN');
    if (input.active === false && found.agent.active) await this.#dismiss(tx, found, by);
    if (input.resetTotp) await this.#resetTotp(tx, await this.#again(found), by);
    const now = await this.#again(found);
    const [role, officeId] = [input.role ?? now.role, input.officeId ?? now.office.id];
    const readmit = input.active === true && !now.agent.active;
    if (role === now.role && officeId === now.office.id && !readmit) return new AgentSaved(now);
    const outcome = await changes.send(tx, now, { role, officeId, readmit }, by);
    if (outcome === 'LOST') throw new Undo(new AgentNotSaved('CHANGED'));
    return outcome === 'WAITING' ? new AgentNotSaved('WAITING') : new AgentSaved(await this.#again(now));
  }

  async #dismiss(tx: EntityManager, { agent }: AgentOnDuty, { admin, from }: By): Promise<void> {
    const { agents, agentSessions, departures, audit } = this.needs;
    if (!(await agents.change(tx, agent, { active: false }))) throw new Undo(new AgentNotSaved('CHANGED'));
    await agentSessions.endAll(tx, agent.id, 'DISABLED');
    await departures.tell(tx, agent.id);
    const what = { event: 'AGENT_DISABLED', subjectKind: 'AGENT', subjectId: agent.id } as const;
    await audit.record(tx, { ...byAgent(admin, from), ...what });
  }

  /** The phone is lost: sessions end, and the next sign-in enrols anew. The agent and the other admins are told (R24). */
  async #resetTotp(tx: EntityManager, { agent }: AgentOnDuty, { admin, from }: By): Promise<void> {
    const { agents, admins, agentSessions, departures, deskLetters, audit } = this.needs;
    if (agent.totpSealed === null) return;
    if (!(await agents.change(tx, agent, { totpSealed: null }))) throw new Undo(new AgentNotSaved('CHANGED'));
    await agentSessions.endAll(tx, agent.id, 'CHANGED');
    await departures.tell(tx, agent.id);
    const what = { event: 'AGENT_TOTP_RESET', subjectKind: 'AGENT', subjectId: agent.id } as const;
    await audit.record(tx, { ...byAgent(admin, from), ...what });
    const by = admin.agent.fullName;
    await deskLetters.send(tx, totpReset(by), agent);
    for (const other of await admins.besides(tx, agent.id, admin.agent.id))
      await deskLetters.send(tx, totpResetTold(by, agent.fullName), other);
  }

  async #again({ agent }: AgentOnDuty): Promise<AgentOnDuty> {
    const found = await this.needs.agents.find(agent.id);
    if (!found) throw new Error('Agents are never deleted.');
    return found;
  }

  #asItIs(found: AgentOnDuty | null): SaveAgentResult {
    return found ? new AgentSaved(found) : new AgentNotSaved('UNKNOWN');
  }
}
