import { budget, budgets, whole } from './kinds.js';

/** Agents: their sessions, their second factor, how fresh its proof must be. */
export const deskSettings = {
  SESSION_AGENT_IDLE_MIN: whole(15, 1, 30).describe('minutes without use that end an agent’s session'),
  SESSION_AGENT_MAX_H: whole(12, 1, 12).describe('hours after which an agent’s session ends in any case'),
  SESSION_AGENT_COUNT: whole(2, 1, 10).describe('live sessions of one agent'),
  PREAUTH_TTL_MIN: whole(5, 1, 15).describe('minutes between an agent’s password and TOTP code'),
  FRESH_AUTH_MIN: whole(5, 1, 30).describe('minutes a TOTP proof is good for block and changes of agents'),
  FRESH_AUTH_DECIDE_MIN: whole(30, 1, 60).describe('minutes a TOTP proof is good for decisions and reveals'),
  TOTP_WINDOW: whole(1, 0, 2).describe('time steps of 30 s a TOTP code may be early or late'),
  TOTP_TRIES_BUDGET: budgets('5/10min').describe('wrong TOTP codes per agent'),
  AGENT_INVITATION_TTL_H: whole(72, 1, 168).describe('hours an invitation of an agent stays good'),
  AGENT_LOOKUP_BUDGET: budget('30/10min').describe('exact look-ups per agent'),
  REVEAL_CAP: budget('30/24h').describe('times one agent may see data in full'),
  REVEAL_SHOW_S: whole(60, 5, 300).describe('seconds revealed data stay on the screen'),
  LOOKUP_BASIS_H: whole(12, 1, 24).describe('hours an agent’s look-up of an account carries a reveal'),
  SECOND_PERSON_TTL_H: whole(72, 1, 168).describe(
    'hours a block or a change of an agent waits for the second person',
  ),
};
