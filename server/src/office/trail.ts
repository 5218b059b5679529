import type { Context } from '../platform/graphql/context.js';
import type { SignedInAgent } from './agent-sessions.js';
import type { AgentOnDuty } from './agents.js';

type From = Pick<Context, 'source' | 'device'>;

/** For the audit trail: an agent in a session does something. */
export const byAgent = ({ session, ...onDuty }: SignedInAgent, from: From) => ({
  ...ofAgent(onDuty, from),
  sessionId: session.id,
});

/** …and one who has none yet. */
export const ofAgent = ({ agent, role, office }: AgentOnDuty, { source, device }: From) =>
  ({ actorKind: 'AGENT', actorId: agent.id, role, officeId: office.id, source, device }) as const;
