import { budget, whole } from './kinds.js';

/** Ways back into an account: forgotten password, forgotten account, "this was not me". */
export const recoverySettings = {
  RESET_LINK_TTL_MIN: whole(30, 5, 60).describe('minutes a link to set a new password stays good'),
  REPORT_LINK_TTL_H: whole(240, 1, 720).describe('hours a "this was not me" link stays good'),
  LOOKUP_TTL_MIN: whole(10, 1, 60).describe('minutes in which an account that was looked up can be reminded'),
  FORGOT_ALARM: budget('500/1h').describe('look-ups of accounts in total before an alarm'),
};
