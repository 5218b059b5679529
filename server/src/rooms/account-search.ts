import type { House } from '../compose.js';
import { AccountPageResolver } from '../features/account-search/account-page.helpdesk-resolver.js';
import { AccountPageService } from '../features/account-search/account-page.service.js';
import { AccountSearchResolver } from '../features/account-search/account-search.helpdesk-resolver.js';
import { AccountSearchService } from '../features/account-search/account-search.service.js';
import { RevealResolver } from '../features/account-search/reveal.helpdesk-resolver.js';
import { RevealService } from '../features/account-search/reveal.service.js';
import { RevealCap } from '../features/account-search/reveal-cap.js';
import { heldCase } from '../features/email-replacement/held-case.js';
import { readTicketNumber } from '../features/email-replacement/ticket-number.js';
import { after, SECOND_MS } from '../platform/clock.js';
import type { Room } from './room.js';

/** Where a request number leads is the other feature's to know: here it is handed over. */
const tickets = {
  read: readTicketNumber,
  accounts: 'SELECT account_id FROM replacement_requests WHERE ticket = :ticket',
};

export function accountSearch(house: House): Room {
  const search = new AccountSearchService({ ...house, tickets }, house.config.AGENT_LOOKUP_BUDGET);
  const reveals = new RevealService({
    ...house,
    cap: new RevealCap(house, house.config.REVEAL_CAP),
    heldCase: (ticket, { agent }) => heldCase(house, ticket, agent.id),
    expiresAt: () => after(house.now(), house.config.REVEAL_SHOW_S * SECOND_MS),
  });
  return {
    helpdesk: [
      new AccountSearchResolver(search),
      new RevealResolver(reveals),
      new AccountPageResolver({ ...house, pages: new AccountPageService(house) }),
    ],
  };
}
