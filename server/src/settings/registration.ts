import { whole } from './kinds.js';

/** How long unfinished registrations are kept. */
export const registrationSettings = {
  DRAFT_UNVERIFIED_H: whole(24, 1).describe('hours a draft without proven contact is kept'),
  DRAFT_VERIFIED_D: whole(7, 1).describe('days a draft with proven contact is kept'),
  UNACTIVATED_D: whole(30, 1).describe('days an account may wait for its activation'),
};
