import type { Passwords } from '../../account/password.js';
import type { PasswordPolicy } from '../../account/password-policy.js';
import { PasswordRejected } from '../../account/password-rejected.result.js';
import type { AgentChallenges } from '../../office/agent-challenges.js';
import type { AgentSessions } from '../../office/agent-sessions.js';
import { type Agents, isOnDuty } from '../../office/agents.js';
import { newSeed, otpauthUri } from '../../office/totp.js';
import { ofAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { newId } from '../../platform/ids.js';
import type { AcceptInvitationInput } from './agent-login.input.js';
import {
  type AcceptInvitationResult,
  AgentLoginRejected,
  TotpEnrolment,
  TotpRequired,
} from './agent-login.result.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly challenges: AgentChallenges;
  readonly agentSessions: AgentSessions;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly audit: Audit;
  readonly now: Now;
}

/** An invited person sets the own password; nobody else ever knew one. The second factor is enrolled next. */
export class AgentInvitationService {
  constructor(
    private readonly needs: Needs,
    private readonly preauthTtlMs: number,
  ) {}

  async accept({ token, password }: AcceptInvitationInput, from: Context): Promise<AcceptInvitationResult> {
    const { db, agents, challenges, passwords, policy, agentSessions, audit } = this.needs;
    const invitation = await challenges.find(token, 'INVITATION');
    const found = invitation && (await agents.find(invitation.agentId));
    if (!found || !isOnDuty(found) || invitation?.agentVersion !== found.agent.version)
      return new AgentLoginRejected('OVER');
    const { agent } = found;
    const broken = policy.check(password, { words: [agent.username, agent.fullName, agent.email] });
    if (broken.length > 0) return new PasswordRejected(broken);
    const passwordHash = await passwords.hash(password);

    const command = newId(this.needs.now());
    // A link that was mailed never replaces an authenticator (R44): whoever has one shows its code next.
    const seed = agent.totpSealed === null ? newSeed() : undefined;
    const next = challenges.prepare(seed ? 'ENROLMENT' : 'TOTP', this.preauthTtlMs, seed);
    return db.transact(async (tx): Promise<AcceptInvitationResult> => {
      const step = seed
        ? new TotpEnrolment(next.token, otpauthUri(seed, agent.username))
        : new TotpRequired(next.token);
      if (await challenges.hasSpent(tx, invitation, command)) return step;
      const won =
        (await challenges.spend(tx, invitation, command)) &&
        (await agents.change(tx, agent, { passwordHash }));
      if (!won) throw new Undo(new AgentLoginRejected('OVER'));
      await agentSessions.endAll(tx, agent.id, 'CHANGED');
      await challenges.issue(tx, { id: agent.id, version: agent.version + 1 }, next);
      await audit.record(tx, {
        ...ofAgent(found, from),
        event: 'PASSWORD_CHANGED',
        reasonCode: 'INVITATION',
      });
      return step;
    });
  }
}
