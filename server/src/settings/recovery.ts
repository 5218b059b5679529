import { whole } from './kinds.js';

/** Ways back into an account: forgotten password, forgotten account, "this was not me". */
export const recoverySettings = {
  RESET_LINK_TTL_MIN: whole(30, 5, 60).describe('minutes a link to set a new password stays good'),
};
