import { argon2, budget, choice, whole } from './kinds.js';

/** Passwords, logins and sessions. */
export const accessSettings = {
  LOGIN_FREE_FAILURES: whole(5, 1, 20).describe('failures per account and source before delays'),
  LOGIN_ACCOUNT_FAILURES: budget('20/1h').describe('failures per account, all sources, before delays'),
  LOGIN_DELAY_S: whole(1, 1).describe('first delay in seconds, doubling'),
  LOGIN_DELAY_MAX_MIN: whole(15, 1, 60).describe('longest delay in minutes'),
  LOGIN_FAILURES_CAP: whole(100, 10, 100).describe('failures in a row before password login pauses'),
  LOGIN_CAP_PAUSE_H: whole(24, 1, 72).describe('hours of that pause'),
  LOGIN_BUDGET_IP: budget('60/10min').describe('failures per source'),
  LOGIN_SPRAY_LIMIT: budget('200/10min').describe(
    'distinct failing accounts before everybody is asked a captcha',
  ),

  PASSWORD_POLICY: choice('oss', 'nist').describe('name of the password policy'),
  PASSWORD_MIN: whole(0, 0, 64).describe('least characters; 0: the policy’s own (oss 8, nist 15)'),
  PASSWORD_MAX: whole(128, 64, 1024).describe('most characters'),
  ARGON2: argon2.describe('m in KiB, t passes, p lanes'),
  HASH_CONCURRENCY: whole(0, 0, 64).describe('password hashes at once; 0: as many as processors'),
  HASH_QUEUE: whole(64, 1).describe('password hashes that may wait'),

  SESSION_CITIZEN_IDLE_MIN: whole(60, 1).describe('minutes without use that end a session'),
  SESSION_CITIZEN_MAX_H: whole(24, 1).describe('hours after which a session ends in any case'),
  SESSION_CITIZEN_COUNT: whole(10, 1, 100).describe('live sessions of one account'),
  SESSION_TOUCH_S: whole(60, 1).describe('seconds between two notes that a session was seen'),
};
