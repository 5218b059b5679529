import type { House } from '../compose.js';
import { AgentEntryService } from '../features/agent-login/agent-entry.service.js';
import { AgentInvitationService } from '../features/agent-login/agent-invitation.service.js';
import { AgentLoginResolver } from '../features/agent-login/agent-login.helpdesk-resolver.js';
import { AgentProofService } from '../features/agent-login/agent-proof.service.js';
import { OwnSessionsResolver } from '../features/agent-login/own-sessions.helpdesk-resolver.js';
import { OwnSessionsService } from '../features/agent-login/own-sessions.service.js';
import { MINUTE_MS } from '../platform/clock.js';
import type { Room } from './room.js';

export function agentLogin(house: House): Room {
  const preauthTtlMs = house.config.PREAUTH_TTL_MIN * MINUTE_MS;
  return {
    helpdesk: [
      new AgentLoginResolver(
        new AgentEntryService(house, preauthTtlMs),
        new AgentProofService(house),
        new AgentInvitationService(house, preauthTtlMs),
      ),
      new OwnSessionsResolver(new OwnSessionsService(house)),
    ],
  };
}
