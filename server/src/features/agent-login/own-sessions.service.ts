import type { AgentSessions, SignedInAgent } from '../../office/agent-sessions.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';
import { OwnSessionView } from './own-sessions.type.js';

interface Needs {
  readonly db: Database;
  readonly agentSessions: AgentSessions;
  readonly audit: Audit;
  readonly now: Now;
}

/** Where an agent is signed in, and the way to end what was left open elsewhere (R66). */
export class OwnSessionsService {
  constructor(private readonly needs: Needs) {}

  /** Newest first; what ended by itself is left out. */
  async list({ agent, session }: SignedInAgent): Promise<OwnSessionView[]> {
    const { agentSessions, now } = this.needs;
    const live = (await agentSessions.live(agent.id)).filter(
      (one) => one.expiresAt > now() && agentSessions.idleEndOf(one) > now(),
    );
    return live.map((one) => new OwnSessionView(one, session.id));
  }

  async endOthers(signedIn: SignedInAgent, from: Context): Promise<number> {
    const { db, agentSessions, audit } = this.needs;
    return db.transact(async (tx) => {
      const ended = await agentSessions.endAll(tx, signedIn.agent.id, 'ENDED', signedIn.session.id);
      const what = { event: 'SESSION_ENDED', reasonCode: 'ALL_OTHERS', after: { ended } } as const;
      if (ended > 0) await audit.record(tx, { ...byAgent(signedIn, from), ...what });
      return ended;
    });
  }
}
