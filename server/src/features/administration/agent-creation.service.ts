import type { EntityManager } from 'typeorm';
import { readEmail } from '../../account/contact.js';
import { readNik } from '../../account/nik.js';
import { readPersonName } from '../../account/person-name.js';
import { Agent } from '../../office/agent.entity.js';
import type { AgentNiks } from '../../office/agent-keys.js';
import { AgentRole } from '../../office/agent-role.js';
import type { SignedInAgent } from '../../office/agent-sessions.js';
import { readAgentUsername } from '../../office/agent-username.js';
import { type Agents, type NewAgent, usernameKey } from '../../office/agents.js';
import type { DeskLetters } from '../../office/desk-letters.js';
import { type FreshProof, FreshProofRequired } from '../../office/fresh-proof.js';
import type { Invitations } from '../../office/invitations.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import { HOUR_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { isUniqueViolation } from '../../platform/database/unique-violation.js';
import type { Context } from '../../platform/graphql/context.js';
import { KeyRefused } from '../../platform/idempotency/key-refused.js';
import type { RunOnce } from '../../platform/idempotency/run-once.js';
import { newId } from '../../platform/ids.js';
import { valueIn } from '../../platform/words/fault.js';
import type { CreateAgentInput, InviteAgentAgainInput } from './administration.input.js';
import { adminInvited, invitation } from './administration.messages.js';
import {
  AgentNotSaved,
  AgentSaved,
  type NotSavedReason,
  type SaveAgentResult,
} from './administration.result.js';
import type { Administrators } from './administrators.js';
import { openOffice } from './open-office.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly admins: Administrators;
  readonly invitations: Invitations;
  readonly deskLetters: DeskLetters;
  readonly niks: AgentNiks;
  readonly proof: FreshProof;
  readonly once: RunOnce;
  readonly audit: Audit;
  readonly now: Now;
}

type Invited = Pick<Agent, 'id' | 'version' | 'fullName' | 'username' | 'email'>;

/** Agents come by invitation: nobody but themselves ever knows the password they set. */
export class AgentCreationService {
  constructor(private readonly needs: Needs) {}

  async create(input: CreateAgentInput, admin: SignedInAgent, from: Context): Promise<SaveAgentResult> {
    const { db, proof, once, now } = this.needs;
    if (proof.isMissing(admin.session, 'ACT')) return new FreshProofRequired();
    if (!(await openOffice(db.rows, input.officeId))) return new AgentNotSaved('OFFICE');
    const { idempotencyKey: key, ...asked } = input;
    const agent = this.#newAgent(newId(now()), input);
    const prepared = this.needs.invitations.prepare();
    try {
      const command = { actorId: admin.agent.id, key, operation: 'createAgent', input: asked };
      const answer = await once.run(command, {
        work: (tx) => this.#add(tx, agent, prepared, { admin, from }),
        keep: () => ({ agentId: agent.id }),
        recall: ({ agentId }) => this.#saved(agentId),
      });
      return answer instanceof KeyRefused ? new AgentNotSaved(answer) : answer;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Run again after a COMMIT whose answer was lost, the insert meets its own row.
      const won = await db.rows.existsBy(Agent, { id: agent.id });
      return won ? this.#saved(agent.id) : new AgentNotSaved(await this.#whatIsTaken(agent));
    }
  }

  /** For a lost password, or an invitation that was lost or too late. The old password stays good until the link is used. */
  async inviteAgain(
    { agentId, idempotencyKey: key }: InviteAgentAgainInput,
    admin: SignedInAgent,
    from: Context,
  ): Promise<SaveAgentResult> {
    const { agents, proof, once, audit } = this.needs;
    if (proof.isMissing(admin.session, 'ACT')) return new FreshProofRequired();
    const found = await agents.find(agentId);
    if (!found) return new AgentNotSaved('UNKNOWN');
    if (!found.agent.active) return new AgentNotSaved('DISMISSED');
    const prepared = this.needs.invitations.prepare();
    const command = { actorId: admin.agent.id, key, operation: 'inviteAgentAgain', input: { agentId } };
    const answer = await once.run(command, {
      work: async (tx) => {
        await this.#invite(tx, found.agent, prepared);
        const what = { event: 'AGENT_INVITED', subjectKind: 'AGENT', subjectId: agentId } as const;
        await audit.record(tx, { ...byAgent(admin, from), ...what });
        return new AgentSaved(found);
      },
      keep: () => ({ agentId }),
      recall: (kept) => this.#saved(kept.agentId),
    });
    return answer instanceof KeyRefused ? new AgentNotSaved(answer) : answer;
  }

  #newAgent(id: string, { username, fullName, email, nik, role, officeId }: CreateAgentInput): NewAgent {
    const { stored: value, key } = valueIn(readEmail(email));
    return {
      ...{ id, role, officeId, email: { value, key } },
      username: valueIn(readAgentUsername(username)),
      fullName: valueIn(readPersonName(fullName)),
      ...(nik ? this.needs.niks.columnsFor(id, valueIn(readNik(nik))) : { nikIndex: null }),
    };
  }

  async #add(
    tx: EntityManager,
    agent: NewAgent,
    prepared: ReturnType<Invitations['prepare']>,
    { admin, from }: { admin: SignedInAgent; from: Context },
  ): Promise<AgentSaved> {
    const { agents, admins, deskLetters, audit } = this.needs;
    const { id, role, fullName, username } = agent;
    await agents.add(tx, agent);
    await this.#invite(tx, { id, version: 1, fullName, username, email: agent.email.value }, prepared);
    const saved = await this.#saved(id);
    const what = { event: 'AGENT_CREATED', subjectKind: 'AGENT', subjectId: id } as const;
    const after = { role, office: saved.agent.office.name };
    await audit.record(tx, { ...byAgent(admin, from), ...what, after });
    if (role !== AgentRole.ADMIN) return saved;
    const letter = adminInvited(admin.agent.fullName, fullName);
    for (const other of await admins.besides(tx, id, admin.agent.id))
      await deskLetters.send(tx, letter, other);
    return saved;
  }

  async #invite(
    tx: EntityManager,
    agent: Invited,
    prepared: ReturnType<Invitations['prepare']>,
  ): Promise<void> {
    const { invitations, deskLetters } = this.needs;
    await invitations.issue(tx, agent, prepared);
    const { ttlMs } = invitations;
    const letter = invitation(agent.fullName, agent.username, prepared.link, ttlMs / HOUR_MS);
    await deskLetters.send(tx, letter, agent, ttlMs);
  }

  async #saved(id: string): Promise<AgentSaved> {
    const found = await this.needs.agents.find(id);
    if (!found) throw new Error('An agent that was saved is gone.');
    return new AgentSaved(found);
  }

  /** For the sentence only: that something was taken the unique keys have said. */
  async #whatIsTaken({ username, email }: NewAgent): Promise<NotSavedReason> {
    const { rows } = this.needs.db;
    if (await rows.existsBy(Agent, { usernameKey: usernameKey(username) })) return 'USERNAME_TAKEN';
    return (await rows.existsBy(Agent, { emailKey: email.key })) ? 'EMAIL_TAKEN' : 'NIK_TAKEN';
  }
}
