import type { LoginThrottles } from '../../account/login-throttles.js';
import type { Passwords } from '../../account/password.js';
import type { AgentChallenges } from '../../office/agent-challenges.js';
import { type AgentOnDuty, type Agents, isOnDuty, usernameKey } from '../../office/agents.js';
import { newSeed, otpauthUri } from '../../office/totp.js';
import { ofAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AuditEventName } from '../../platform/audit/audit-events.js';
import type { BlindIndex } from '../../platform/crypto/blind-index.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import type { LogInAgentInput } from './agent-login.input.js';
import {
  AgentLoginRejected,
  type LogInAgentResult,
  TotpEnrolment,
  TotpRequired,
} from './agent-login.result.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly challenges: AgentChallenges;
  readonly throttles: LoginThrottles;
  readonly passwords: Passwords;
  readonly index: BlindIndex;
  readonly audit: Audit;
}

/** The first step: name and password. Unknown, wrong and dismissed answer alike, after the same work; nothing is open yet (R39). */
export class AgentEntryService {
  constructor(
    private readonly needs: Needs,
    private readonly preauthTtlMs: number,
  ) {}

  async logIn({ username, password }: LogInAgentInput, from: Context): Promise<LogInAgentResult> {
    const { agents, throttles } = this.needs;
    const found = await agents.findByUsername(username);
    // Counted by agent and source together: behind the password stands a second factor with a budget of its own, and
    // nobody must be able to shut the desk from outside by guessing at its names (R35).
    const holder = `agent:${found?.agent.id ?? usernameKey(username)} ${from.source}`;
    const reserved = await throttles.reserve(holder, from.source, true);
    if (reserved.outcome === 'CLOSED') {
      await this.#refused('LOGIN_THROTTLED', found, username, from);
      return new TooManyRequests(reserved.retryAt);
    }
    const right = await this.#isRight(found, password, () => throttles.release(holder, from.source));
    if (!found || !right || !isOnDuty(found)) {
      await throttles.countSprayed(holder);
      await this.#refused('LOGIN_FAILED', found, username, from);
      return new AgentLoginRejected('WRONG');
    }
    return this.#nextStep(found, holder, from);
  }

  async #isRight(
    found: AgentOnDuty | null,
    password: string,
    release: () => Promise<void>,
  ): Promise<boolean> {
    try {
      return await this.needs.passwords.verify(found?.agent.passwordHash ?? null, password);
    } catch (error) {
      await release(); // shed before hashing: nobody failed
      throw error;
    }
  }

  async #nextStep({ agent }: AgentOnDuty, holder: string, from: Context): Promise<LogInAgentResult> {
    const { db, challenges, throttles } = this.needs;
    const enrolled = agent.totpSealed !== null;
    const seed = enrolled ? undefined : newSeed();
    const prepared = challenges.prepare(enrolled ? 'TOTP' : 'ENROLMENT', this.preauthTtlMs, seed);
    await db.transact(async (tx) => {
      await challenges.issue(tx, agent, prepared);
      await throttles.forgive(tx, holder, from.source);
    });
    return seed
      ? new TotpEnrolment(prepared.token, otpauthUri(seed, agent.username))
      : new TotpRequired(prepared.token);
  }

  async #refused(
    event: AuditEventName,
    found: AgentOnDuty | null,
    username: string,
    from: Context,
  ): Promise<void> {
    const { db, index, audit, throttles } = this.needs;
    // Never the text that was typed: it may be somebody's password in the wrong field.
    const who = found
      ? ofAgent(found, from)
      : {
          actorKind: 'ANONYMOUS' as const,
          actorId: index.of('unknown-agent', usernameKey(username)),
          source: from.source,
          device: from.device,
        };
    const { source, device } = from;
    await db.transact(async (tx) => {
      await audit.record(tx, { ...who, event, result: 'refused', reasonCode: 'PASSWORD' });
      if (await throttles.beginsSprayAlarm(tx))
        await audit.record(tx, { event: 'SPRAY_ALARM', actorKind: 'SYSTEM', source, device });
    });
  }
}
