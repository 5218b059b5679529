import { type Invariant, rowsOf } from '../platform/invariants/invariant.js';

/** Of these purposes the subject is an account; the others open drafts or cases, or are the owner's way back. */
const OF_AN_ACCOUNT = "('ACTIVATION', 'CONTACT_CHANGE', 'PASSWORD_RESET')";

/** What holds of codes, links and sessions; `triesPerCode` is CODE_TRIES. */
export const secretInvariants = (triesPerCode: number): Invariant[] => [
  {
    name: 'secret-dies-with-its-credentials',
    holds: 'No code or link is open that was made for credentials of before a change (R46).',
    breaches: rowsOf({
      table: 'one_time_secrets',
      against: `it.status = 'ISSUED' AND it.expires_at > :now AND it.purpose IN ${OF_AN_ACCOUNT} AND EXISTS
        (SELECT 1 FROM accounts a WHERE a.id = it.subject_id AND a.credential_version <> it.credential_version)`,
    }),
  },
  {
    name: 'session-dies-with-its-credentials',
    holds: 'No session is live that began under credentials of before a change (R46).',
    breaches: rowsOf({
      table: 'sessions',
      against: `it.ended_at IS NULL AND it.expires_at > :now AND EXISTS
        (SELECT 1 FROM accounts a WHERE a.id = it.account_id AND a.credential_version <> it.credential_version)`,
    }),
  },
  {
    name: 'spent-secret-has-its-trail',
    holds: 'Every code or link that was spent has the event of it.',
    breaches: rowsOf({
      table: 'one_time_secrets',
      against: `it.status = 'SPENT' AND NOT EXISTS (SELECT 1 FROM audit_events e
        WHERE e.subject_id = it.subject_id AND e.event = 'SECRET_SPENT' AND e.reason_code = it.purpose)`,
    }),
  },
  {
    name: 'spent-secret-has-its-effect',
    holds: 'An activation that was spent has activated, a reset that was spent has set a password.',
    breaches: rowsOf({
      table: 'one_time_secrets',
      against: `it.status = 'SPENT' AND (
        (it.purpose = 'ACTIVATION' AND EXISTS
          (SELECT 1 FROM accounts a WHERE a.id = it.subject_id AND a.status = 'AWAITING_ACTIVATION'))
        OR (it.purpose = 'PASSWORD_RESET' AND NOT EXISTS
          (SELECT 1 FROM audit_events e WHERE e.subject_id = it.subject_id AND e.event = 'RESET_DONE')))`,
    }),
  },
  {
    name: 'code-is-tried-within-its-limit',
    holds: 'No code was tried more often than CODE_TRIES.',
    breaches: rowsOf({
      table: 'one_time_secrets',
      against: 'it.tries > :most',
      values: () => ({ most: triesPerCode }),
    }),
  },
];
