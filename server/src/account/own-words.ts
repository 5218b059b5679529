import type { Account } from './account.entity.js';
import type { Identifiers } from './identifiers.js';
import type { PersonalData } from './personal-data.js';

interface Needs {
  readonly identifiers: Identifiers;
  readonly personal: PersonalData;
}

/** What belongs to this person and therefore protects nothing in a password (R29). */
export async function ownWords({ identifiers, personal }: Needs, account: Account): Promise<string[]> {
  const known = await identifiers.of(account.id);
  const nik = personal.open(account.id, 'nik', account.nikSealed);
  const keys = known.map(({ contactKey }) => contactKey);
  return [account.fullName, nik ?? '', account.nib ?? '', ...keys].filter(Boolean);
}
