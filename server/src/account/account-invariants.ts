import { type Invariant, rowsOf } from '../platform/invariants/invariant.js';

/** What holds of accounts, of the identifiers they own and of the identities they stand for. */
export const accountInvariants = (): Invariant[] => [...ofAccounts, ...ofIdentifiers, ...ofIdentities];

const ofAccounts: readonly Invariant[] = [
  {
    name: 'account-has-its-trail',
    holds: 'Every account has the event of its making.',
    breaches: rowsOf({
      table: 'accounts',
      against: `NOT EXISTS
        (SELECT 1 FROM audit_events e WHERE e.subject_id = it.id AND e.event = 'ACCOUNT_CREATED')`,
    }),
  },
  {
    name: 'account-has-one-username',
    holds: 'Every account owns one username.',
    breaches: rowsOf({
      table: 'accounts',
      against: `1 <> (SELECT COUNT(*) FROM identifiers i
        WHERE i.account_id = it.id AND i.kind = 'USERNAME' AND i.identifier_key = i.contact_key)`,
    }),
  },
  {
    name: 'active-account-was-activated',
    holds: 'An active account says since when, and has a contact that was proven.',
    breaches: rowsOf({
      table: 'accounts',
      against: `it.status = 'ACTIVE' AND (it.activated_at IS NULL OR NOT EXISTS
        (SELECT 1 FROM identifiers i WHERE i.account_id = it.id AND i.kind <> 'USERNAME'
          AND i.identifier_key = i.contact_key AND i.replaced_at IS NULL))`,
    }),
  },
  {
    name: 'waiting-account-is-not-activated',
    holds: 'An account that waits for its activation has none.',
    breaches: rowsOf({
      table: 'accounts',
      against: "it.status = 'AWAITING_ACTIVATION' AND it.activated_at IS NOT NULL",
    }),
  },
];

const ofIdentifiers: readonly Invariant[] = [
  {
    name: 'identifier-has-one-owner',
    holds: 'No username, email or phone belongs to two accounts.',
    breaches: rowsOf({
      table: 'identifiers',
      against: `it.identifier_key IS NOT NULL AND EXISTS
        (SELECT 1 FROM identifiers o WHERE o.identifier_key = it.identifier_key AND o.id <> it.id)`,
    }),
  },
  {
    name: 'identifier-is-owned-once-proven',
    holds: 'Exactly the proven identifiers are owned, each under its own canonical form.',
    breaches: rowsOf({
      table: 'identifiers',
      against: `(it.identifier_key IS NULL) <> (it.verified_at IS NULL)
        OR it.identifier_key <> it.contact_key`,
    }),
  },
  {
    name: 'account-has-one-current-contact-a-kind',
    holds: 'No account has two current emails or two current phones.',
    breaches: rowsOf({
      table: 'identifiers',
      against: `it.replaced_at IS NULL AND EXISTS
        (SELECT 1 FROM identifiers o WHERE o.account_id = it.account_id AND o.kind = it.kind
          AND o.replaced_at IS NULL AND o.id <> it.id)`,
    }),
  },
  {
    name: 'replaced-contact-becomes-free',
    holds: 'A contact that was replaced is kept for its former owner until a stated time.',
    breaches: rowsOf({
      table: 'identifiers',
      against: '(it.replaced_at IS NULL) <> (it.reserved_until IS NULL)',
    }),
  },
];

const ofIdentities: readonly Invariant[] = [
  {
    name: 'identity-has-one-holder',
    holds: 'No NIK is held by two individual accounts.',
    breaches: rowsOf({
      table: 'identity_links',
      against: `it.holder_key IS NOT NULL AND EXISTS
        (SELECT 1 FROM identity_links o WHERE o.holder_key = it.holder_key AND o.id <> it.id)`,
    }),
  },
  {
    name: 'holder-is-found-by-the-index',
    holds: 'Who holds an NIK is found by its index.',
    breaches: rowsOf({
      table: 'identity_links',
      against: "it.holder_key IS NOT NULL AND (it.holder_key <> it.blind_index OR it.role <> 'HOLDER')",
    }),
  },
  {
    name: 'entity-has-one-account',
    holds: 'No company has two accounts.',
    breaches: rowsOf({
      table: 'business_entities',
      key: 'account_id',
      against: `it.entity_key IS NOT NULL AND EXISTS
        (SELECT 1 FROM business_entities o WHERE o.entity_key = it.entity_key AND o.account_id <> it.account_id)`,
    }),
  },
];
