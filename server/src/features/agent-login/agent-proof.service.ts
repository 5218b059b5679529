import { AgentView } from '../../office/agent.type.js';
import type { AgentChallenges } from '../../office/agent-challenges.js';
import type { AgentSessions, SignedInAgent } from '../../office/agent-sessions.js';
import { type AgentOnDuty, type Agents, isOnDuty } from '../../office/agents.js';
import type { Departures } from '../../office/departures.js';
import type { FreshProof } from '../../office/fresh-proof.js';
import type { HelpdeskContext } from '../../office/helpdesk-context.js';
import type { SecondFactor } from '../../office/second-factor.js';
import { byAgent, ofAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import { newToken } from '../../platform/crypto/random-token.js';
import { type Database, Undo } from '../../platform/database/transact.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { newId } from '../../platform/ids.js';
import { type ConfirmTotpInput, digitsIn, type RefreshProofInput } from './agent-login.input.js';
import {
  AgentLoggedIn,
  AgentLoginRejected,
  AgentSessionState,
  type ConfirmTotpResult,
  ProofRefreshed,
  type RefreshProofResult,
} from './agent-login.result.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly challenges: AgentChallenges;
  readonly factor: SecondFactor;
  readonly agentSessions: AgentSessions;
  readonly proof: FreshProof;
  readonly departures: Departures;
  readonly audit: Audit;
  readonly now: Now;
}

/** The second step and its repetitions: whoever has the authenticator is let in, or stays trusted a while longer. */
export class AgentProofService {
  constructor(private readonly needs: Needs) {}

  async confirm(
    { challenge: token, code }: ConfirmTotpInput,
    context: HelpdeskContext,
  ): Promise<ConfirmTotpResult> {
    const { agents, challenges, factor } = this.needs;
    const challenge = await challenges.find(token, 'TOTP', 'ENROLMENT');
    const found = challenge && (await agents.find(challenge.agentId));
    if (!found || !isOnDuty(found) || challenge?.agentVersion !== found.agent.version)
      return new AgentLoginRejected('OVER');
    const proposed = challenges.seedOf(challenge) ?? undefined;
    const looked = await factor.lookAt(found.agent, digitsIn(code), proposed);
    if (looked.outcome === 'TOO_OFTEN') return new TooManyRequests(looked.retryAt);
    if (looked.outcome === 'WRONG') return this.#refused('WRONG', found, context);

    const { db, agentSessions, audit } = this.needs;
    const command = newId(this.needs.now());
    const prepared = agentSessions.prepare();
    const answer = await db.transact(async (tx): Promise<ConfirmTotpResult> => {
      const loggedIn = new AgentLoggedIn(new AgentView(found), prepared.expiresAt);
      if (await challenges.hasSpent(tx, challenge, command)) return loggedIn;
      if (!(await challenges.spend(tx, challenge, command))) throw new Undo(new AgentLoginRejected('OVER'));
      if (!(await factor.use(tx, found.agent, looked, proposed)))
        throw new Undo(new AgentLoginRejected('USED'));
      await agentSessions.open(tx, prepared, found, context);
      const entry = { event: 'LOGIN_SUCCEEDED', sessionId: prepared.id } as const;
      await audit.record(tx, { ...ofAgent(found, context), ...entry });
      return loggedIn;
    });
    if (answer instanceof AgentLoggedIn) context.handOver(prepared.token);
    return answer;
  }

  async refresh(
    { code }: RefreshProofInput,
    signedIn: SignedInAgent,
    context: HelpdeskContext,
  ): Promise<RefreshProofResult> {
    const { db, factor, agentSessions, audit, proof, now } = this.needs;
    const looked = await factor.lookAt(signedIn.agent, digitsIn(code));
    if (looked.outcome === 'TOO_OFTEN') return new TooManyRequests(looked.retryAt);
    if (looked.outcome === 'WRONG') return this.#refused('WRONG', signedIn, context);
    const token = newToken();
    const refused = await db.transact(async (tx): Promise<AgentLoginRejected | null> => {
      if (await agentSessions.isRenewed(tx, signedIn.session, token)) return null;
      if (!(await factor.use(tx, signedIn.agent, looked))) throw new Undo(new AgentLoginRejected('USED'));
      const renewed = await agentSessions.renew(tx, signedIn.session, token);
      if (!renewed) throw new Undo(new AgentLoginRejected('OVER'));
      await audit.record(tx, { ...byAgent(signedIn, context), event: 'STEP_UP_SUCCEEDED' });
      return null;
    });
    if (refused) return refused;
    context.handOver(token);
    return new ProofRefreshed(proof.validUntil({ ...signedIn.session, provenAt: now() }, 'DECIDE'));
  }

  /** False: there was no session. */
  async logOut(context: HelpdeskContext): Promise<boolean> {
    const { db, agentSessions, departures, audit } = this.needs;
    const checked = await context.session();
    context.forget();
    if (!checked || 'over' in checked) return false;
    return db.transact(async (tx) => {
      const ended = await agentSessions.end(tx, checked.session, 'LOGOUT');
      if (ended) await departures.tell(tx, checked.agent.id);
      if (ended)
        await audit.record(tx, {
          ...byAgent(checked, context),
          event: 'SESSION_ENDED',
          reasonCode: 'LOGOUT',
        });
      return ended;
    });
  }

  state({ session }: SignedInAgent): AgentSessionState {
    const { agentSessions, proof, now } = this.needs;
    return new AgentSessionState({
      now: now(),
      idleEndsAt: agentSessions.idleEndOf(session),
      expiresAt: session.expiresAt,
      decideUntil: proof.validUntil(session, 'DECIDE'),
      actUntil: proof.validUntil(session, 'ACT'),
    });
  }

  async #refused(reason: 'WRONG', found: AgentOnDuty, context: HelpdeskContext): Promise<AgentLoginRejected> {
    const { db, audit } = this.needs;
    const entry = { event: 'STEP_UP_FAILED', result: 'refused', reasonCode: 'TOTP' } as const;
    await db.transact((tx) => audit.record(tx, { ...ofAgent(found, context), ...entry }));
    return new AgentLoginRejected(reason);
  }
}
