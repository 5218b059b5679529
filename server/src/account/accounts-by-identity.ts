import { type EntityManager, In, IsNull, Not } from 'typeorm';

import { Account } from './account.entity.js';
import { AccountStatus } from './account-status.js';
import { IdentityLink } from './identity-link.entity.js';
import type { PersonalData } from './personal-data.js';

/** As many accounts of one person as anybody has to choose among. */
const MOST = 50;

/**
 * The accounts of a NIK, as its holder or as somebody responsible. One that has an NIB is found only with that NIB, and
 * whoever says to have none finds only accounts without (R48).
 */
export async function accountsByIdentity(
  rows: EntityManager,
  personal: PersonalData,
  identity: { readonly nik: string; readonly nib: string | null },
): Promise<Account[]> {
  const blindIndex = In(personal.nikIndexes(identity.nik));
  const links = await rows.find(IdentityLink, { where: { blindIndex }, take: MOST });
  const id = In(links.map(({ accountId }) => accountId));
  const nib = identity.nib ?? IsNull();
  return rows.find(Account, { where: { id, nib, status: Not(AccountStatus.CLOSED) }, take: MOST });
}
