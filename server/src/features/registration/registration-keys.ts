import type { Seal } from '../../platform/crypto/seal.js';
import { type KeyedColumn, sealedColumn } from '../../platform/keys/keyed-columns.js';

const table = 'registration_drafts';

/** What of a half-finished registration stands under a key. */
export const registrationColumns = (seal: Seal): KeyedColumn[] => [
  sealedColumn(seal, { table, column: 'start_sealed' }, (id) => `draft:start:${id}`),
  sealedColumn(seal, { table, column: 'completion_sealed' }, (id) => `draft:completion:${id}`),
  { setting: 'SECRET_KEYS', table, column: 'key_hash' },
];
