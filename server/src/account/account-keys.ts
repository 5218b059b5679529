import type { BlindIndex } from '../platform/crypto/blind-index.js';
import type { Seal } from '../platform/crypto/seal.js';
import type { Database } from '../platform/database/transact.js';
import { type KeyedColumn, type Row, sealedColumn } from '../platform/keys/keyed-columns.js';
import { Account } from './account.entity.js';
import type { PersonalData, SealedField } from './personal-data.js';

interface Needs {
  readonly db: Database;
  readonly seal: Seal;
  readonly index: BlindIndex;
  readonly personal: PersonalData;
}

/** What of an account stands under a key. */
export function accountColumns(needs: Needs): KeyedColumn[] {
  const { seal, personal } = needs;
  const ofAccount = (column: string, field: SealedField) =>
    sealedColumn(seal, { table: 'accounts', column }, (id) => `account:${field}:${id}`);
  const company = { table: 'business_entities', key: 'account_id' } as const;
  return [
    ofAccount('nik_sealed', 'nik'),
    ofAccount('passport_sealed', 'passport'),
    ofAccount('npwp_sealed', 'npwp'),
    ofAccount('birth_date_sealed', 'birthDate'),
    sealedColumn(seal, { ...company, column: 'npwp_sealed' }, (id) => `account:entityNpwp:${id}`),
    {
      ...{ setting: 'INDEX_KEYS', table: 'identity_links', column: 'blind_index' },
      beside: ['account_id', 'holder_key'],
      anew: (row) => identityAnew(needs, row),
    },
    // Written with the index above.
    { setting: 'INDEX_KEYS', table: 'identity_links', column: 'holder_key' },
    {
      ...{ ...company, setting: 'INDEX_KEYS', column: 'entity_key' },
      beside: ['npwp_sealed', 'country', 'registration_number'],
      anew: ({ account_id: id, npwp_sealed: sealed = null, country, registration_number }) => {
        const npwp = personal.open(id ?? '', 'entityNpwp', sealed);
        const key = personal.entityKey({ npwp, country, registrationNumber: registration_number });
        return key === null ? null : { entity_key: key };
      },
    },
    { setting: 'SECRET_KEYS', table: 'one_time_secrets', column: 'hash' },
    { setting: 'INDEX_KEYS', table: 'login_throttles', key: 'throttle_key', column: 'throttle_key' },
  ];
}

async function identityAnew({ db, personal }: Needs, row: Row): Promise<Row | null> {
  const { account_id: id, blind_index: old, holder_key: holder = null } = row;
  const account = await db.rows.findOneBy(Account, { id: id ?? '' });
  if (!account || !old) return null;
  const nik = personal.open(account.id, 'nik', account.nikSealed);
  const passport = personal.open(account.id, 'passport', account.passportSealed);
  const index = personal.indexAnew(old, { nik, passport });
  return index === null ? null : { blind_index: index, holder_key: holder && index };
}
