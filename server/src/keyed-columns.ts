import { accountColumns } from './account/account-keys.js';
import type { PersonalData } from './account/personal-data.js';
import { replacementColumns } from './features/email-replacement/replacement-keys.js';
import { registrationColumns } from './features/registration/registration-keys.js';
import { agentColumns } from './office/agent-keys.js';
import type { BlindIndex } from './platform/crypto/blind-index.js';
import type { Seal } from './platform/crypto/seal.js';
import type { Database } from './platform/database/transact.js';
import { type KeyedColumn, sealedColumn } from './platform/keys/keyed-columns.js';

interface Needs {
  readonly db: Database;
  readonly seal: Seal;
  readonly index: BlindIndex;
  readonly personal: PersonalData;
}

/** Every column whose values were made with a key. A test compares it with the tables. */
export const keyedColumns = (needs: Needs): KeyedColumn[] => [
  ...accountColumns(needs),
  ...agentColumns(needs.seal, needs.index),
  ...registrationColumns(needs.seal),
  ...replacementColumns(needs),
  ...platformColumns(needs.seal),
];

const platformColumns = (seal: Seal): KeyedColumn[] => [
  sealedColumn(seal, { table: 'outbox_messages', column: 'sealed' }, (id) => `outbox:${id}`),
  sealedColumn(seal, { table: 'deferred_requests', column: 'sealed' }, (id) => `deferred:${id}`),
  // Nobody looks for these but by the newest key: counters begin anew, and traces go with their rows.
  { setting: 'INDEX_KEYS', table: 'attempt_budgets', key: 'budget_key', column: 'budget_key' },
  { setting: 'INDEX_KEYS', table: 'outbox_messages', column: 'recipient_digest' },
  { setting: 'SECRET_KEYS', table: 'idempotency_keys', column: 'input_hash' },
  { setting: 'SECRET_KEYS', table: 'audit_events', column: 'key_id', keyId: 'key_id' },
];
