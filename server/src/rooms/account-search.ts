import type { House } from '../compose.js';
import { AccountPageResolver } from '../features/account-search/account-page.helpdesk-resolver.js';
import { AccountPageService } from '../features/account-search/account-page.service.js';
import { AccountSearchResolver } from '../features/account-search/account-search.helpdesk-resolver.js';
import { AccountSearchService } from '../features/account-search/account-search.service.js';
import { readTicketNumber } from '../features/email-replacement/ticket-number.js';
import type { Room } from './room.js';

/** Where a request number leads is the other feature's to know: here it is handed over. */
const tickets = {
  read: readTicketNumber,
  accounts: 'SELECT account_id FROM replacement_requests WHERE ticket = :ticket',
};

export function accountSearch(house: House): Room {
  const search = new AccountSearchService({ ...house, tickets }, house.config.AGENT_LOOKUP_BUDGET);
  return {
    helpdesk: [
      new AccountSearchResolver(search),
      new AccountPageResolver({ ...house, pages: new AccountPageService(house) }),
    ],
  };
}
