import type { House } from '../compose.js';
import { AdministrationResolver } from '../features/administration/administration.helpdesk-resolver.js';
import { Administrators } from '../features/administration/administrators.js';
import { AgentChanges } from '../features/administration/agent-changes.js';
import { AgentCreationService } from '../features/administration/agent-creation.service.js';
import { AgentUpdateService } from '../features/administration/agent-update.service.js';
import { PendingChanges } from '../features/administration/pending-changes.js';
import { HOUR_MS } from '../platform/clock.js';
import type { Room } from './room.js';

export function administration(house: House): Room {
  const admins = new Administrators(house.agents);
  const changes = new AgentChanges({ ...house, admins }, house.config.SECOND_PERSON_TTL_H * HOUR_MS);
  return {
    helpdesk: [
      new AdministrationResolver({
        ...house,
        creation: new AgentCreationService({ ...house, admins }),
        changing: new AgentUpdateService({ ...house, admins, changes }),
        pending: new PendingChanges(house.db, house.now),
      }),
    ],
  };
}
