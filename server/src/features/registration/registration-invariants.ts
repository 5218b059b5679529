import { type Invariant, rowsOf } from '../../platform/invariants/invariant.js';

/** A registration is finished or not, and nothing of it is half there (security.md 6.4). */
export const registrationInvariants: readonly Invariant[] = [
  {
    name: 'finished-registration-has-its-account',
    holds: 'A registration is finished exactly when its account is there.',
    breaches: rowsOf({
      table: 'registration_drafts',
      against: `(it.step = 'COMPLETED') <> (it.account_id IS NOT NULL) OR (it.account_id IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM accounts a WHERE a.id = it.account_id))`,
    }),
  },
  {
    name: 'new-account-has-its-message',
    holds: 'Whoever finished a registration is owed a message, and it is there.',
    breaches: rowsOf({
      table: 'registration_drafts',
      against: `it.step = 'COMPLETED' AND NOT EXISTS
        (SELECT 1 FROM outbox_messages m WHERE m.account_id = it.account_id)`,
    }),
  },
  {
    name: 'ended-registration-keeps-nothing',
    holds: 'A registration that has ended keeps neither password nor profile.',
    breaches: rowsOf({
      table: 'registration_drafts',
      against: `it.step IN ('COMPLETED', 'SUPERSEDED')
        AND (it.password_hash IS NOT NULL OR it.completion_sealed IS NOT NULL)`,
    }),
  },
  {
    name: 'waiting-registration-can-go-on',
    holds: 'A registration that waits for a registry has all it needs to go on by itself.',
    breaches: rowsOf({
      table: 'registration_drafts',
      against: `it.step = 'AWAITING_REGISTRY' AND
        (it.password_hash IS NULL OR it.completion_sealed IS NULL OR it.registry_retry_at IS NULL)`,
    }),
  },
];
