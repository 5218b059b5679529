import type { House } from '../compose.js';
import {
  AccountReminderService,
  REMIND_OF_ACCOUNT,
  type Reminder,
} from '../features/forgotten-account/account-reminder.service.js';
import { ForgottenAccountResolver } from '../features/forgotten-account/forgotten-account.resolver.js';
import { ForgottenAccountService } from '../features/forgotten-account/forgotten-account.service.js';
import { LookupIds } from '../features/forgotten-account/lookup-ids.js';
import {
  ACCOUNTS_LOOKED_UP,
  type LookedUp,
  LookupNotice,
} from '../features/forgotten-account/lookup-notice.js';
import type { Room } from './room.js';

export function forgottenAccount(house: House): Room {
  const { config } = house;
  const lookups = new LookupIds(house.seal, house.now, config.LOOKUP_TTL_MIN);
  const notice = new LookupNotice(house, {
    alarm: config.FORGOT_ALARM,
    coalesceMin: config.NOTICE_COALESCE_MIN,
  });
  const reminding = new AccountReminderService({ ...house, lookups, publicBaseUrl: config.publicBaseUrl });
  house.requests.on(ACCOUNTS_LOOKED_UP, (tx, asked) => notice.answer(tx, asked as LookedUp));
  house.requests.on(REMIND_OF_ACCOUNT, (tx, asked) => reminding.answer(tx, asked as Reminder));
  house.fallBacks.on('ACCOUNT_REMINDER', {
    purpose: 'ACCOUNT_REMINDER',
    send: (tx, account, to) => reminding.send(tx, account, to),
  });
  const limits = { perNik: config.FORGOT_BUDGET_NIK, perSource: config.FORGOT_BUDGET_IP };
  const finding = new ForgottenAccountService({ ...house, lookups }, limits);
  return { public: [new ForgottenAccountResolver(finding, reminding)] };
}
