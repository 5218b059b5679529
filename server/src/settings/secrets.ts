import { budgets, list, whole } from './kinds.js';

/** Codes and links, and how many messages may leave. */
export const secretsSettings = {
  CODE_DIGITS: whole(6, 6, 10).describe('digits of a code'),
  CODE_TTL_MIN: whole(10, 1, 10).describe('minutes a code stays good'),
  CODE_TRIES: whole(5, 1, 10).describe('wrong tries per code'),
  CODE_TRIES_BUDGET: budgets('10/1h, 20/24h').describe(
    'wrong tries per account and per destination, all flows',
  ),
  LINK_TOKEN_BYTES: whole(32, 16, 64).describe('random bytes of a link'),
  ACTIVATION_LINK_TTL_H: whole(24, 1, 168).describe('hours an activation link stays good'),
  CASE_UNDO_D: whole(7, 1, 30).describe('days the former owner of a contact can take it back'),

  SEND_BUDGET_DESTINATION: budgets('1/60s, 5/1h, 10/24h').describe(
    'codes and links to one address; a count of 1 is a pause between two of one kind',
  ),
  SEND_BUDGET_ACCOUNT: budgets('10/1h, 20/24h').describe('codes and links of one account'),
  SEND_BUDGET_IP: budgets('120/1h, 1000/24h').describe('codes and links asked for from one source'),
  SEND_PAID_CAP: budgets('5000/24h').describe('WhatsApp messages in total'),
  SEND_COUNTRIES: list
    .transform((codes) => (codes.length > 0 ? codes : ['+62']))
    .describe('calling codes that messages are sent to'),
  NOTICE_COALESCE_MIN: whole(60, 1).describe('minutes in which one kind of login notice is sent once'),
  NOTICE_MAX_AGE_H: whole(72, 1).describe('hours a security notice is tried'),
};
