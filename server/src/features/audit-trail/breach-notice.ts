import { In } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { maskContact } from '../../account/contact.js';
import { contactOf, type Identifiers, isContact } from '../../account/identifiers.js';
import type { Database } from '../../platform/database/transact.js';
import type { Look } from './data-seen.js';

/** What a written notice to one person has to say (UU 27/2022, art. 46): which data, when and how. The remedy is the operator's to write. */
export interface Affected {
  readonly accountId: string;
  readonly username: string | null;
  readonly maskedName: string | null;
  /** Masked; the notice goes out by the account's id. */
  readonly contacts: readonly string[];
  readonly language: string;
  readonly firstAt: string;
  readonly lastAt: string;
  /** Names of data shown in full, and of those shown behind masks only. */
  readonly inFull: readonly string[];
  readonly masked: readonly string[];
  readonly how: readonly string[];
}

/** One entry a person, whoever was seen first standing first. Looks at cases of nobody's account are left out. */
export async function affectedBy(
  looks: readonly Look[],
  { db, identifiers }: { readonly db: Database; readonly identifiers: Identifiers },
): Promise<Affected[]> {
  const byAccount = new Map<string, Look[]>();
  for (const look of looks)
    if (look.accountId) byAccount.set(look.accountId, [...(byAccount.get(look.accountId) ?? []), look]);
  const affected: Affected[] = [];
  for (const [accountId, seen] of byAccount) {
    const account = await db.rows.findOneBy(Account, { id: In([accountId]) });
    const contacts = (await identifiers.of(accountId)).filter(isContact).map(contactOf);
    affected.push({
      ...{ accountId, username: seen[0]?.username ?? null, maskedName: seen[0]?.maskedName ?? null },
      contacts: contacts.map(maskContact),
      language: account?.locale ?? 'id',
      ...spanOf(seen),
      inFull: fieldsOf(seen, 'IN_FULL'),
      masked: fieldsOf(seen, 'MASKED'),
      how: [...new Set(seen.map(({ event }) => event))].sort(),
    });
  }
  return affected.sort((one, other) => one.firstAt.localeCompare(other.firstAt));
}

function spanOf(looks: readonly Look[]) {
  const times = looks.map(({ at }) => at).sort();
  return { firstAt: times[0] ?? '', lastAt: times.at(-1) ?? '' };
}

const fieldsOf = (looks: readonly Look[], extent: Look['extent']): string[] =>
  [...new Set(looks.filter((look) => look.extent === extent).flatMap(({ fields }) => fields))].sort();
