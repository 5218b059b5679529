import type { House } from '../compose.js';
import { AccountBlockingResolver } from '../features/account-blocking/account-blocking.helpdesk-resolver.js';
import { AccountBlockingService } from '../features/account-blocking/account-blocking.service.js';
import { BlockProposals } from '../features/account-blocking/block-proposals.js';
import { BlockViews } from '../features/account-blocking/block-views.js';
import { EndedSessionsService } from '../features/account-blocking/ended-sessions.service.js';
import { HOUR_MS } from '../platform/clock.js';
import type { Room } from './room.js';

export function accountBlocking(house: House): Room {
  const proposals = new BlockProposals(house, house.config.SECOND_PERSON_TTL_H * HOUR_MS);
  const blocking = new AccountBlockingService({ ...house, proposals });
  const views = new BlockViews(house.blocks);
  return { helpdesk: [new AccountBlockingResolver(blocking, new EndedSessionsService(house), views)] };
}
