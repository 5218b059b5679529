import { registerEnumType } from 'type-graphql';

import { readIdentifier } from '../../account/contact.js';
import type { PersonalData } from '../../account/personal-data.js';
import { phoneNumberIn } from '../../account/phone-number.js';
import type { Scope } from '../../platform/database/scope.js';
import { isId } from '../../platform/ids.js';
import { valueIn } from '../../platform/words/fault.js';
import { GROUPING, readTyped } from '../../platform/words/typed-text.js';

export enum LookupKind {
  NIK = 'NIK',
  NIB = 'NIB',
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  USERNAME = 'USERNAME',
  TICKET = 'TICKET',
  ACCOUNT_ID = 'ACCOUNT_ID',
}
registerEnumType(LookupKind, { name: 'LookupKind', description: 'What an identifier was taken for.' });

/** How another feature's numbers are read, and which accounts they stand for. */
export interface Tickets {
  /** Canonical, or null when it cannot be one. */
  readonly read: (raw: string) => string | null;
  /** A statement that selects `account_id` by the parameter `ticket`. */
  readonly accounts: string;
}

export interface Recognised {
  readonly kind: LookupKind;
  /** Selects `account_id`, each part of it along a unique or narrow index: exact match, nothing like it. */
  readonly among: Scope;
}

const BY_ID = 'SELECT id AS account_id FROM accounts WHERE id = :accountId';
const BY_NIK = 'SELECT account_id FROM identity_links WHERE blind_index IN (:...nikIndexes)';
const BY_NIB = 'SELECT id AS account_id FROM accounts WHERE nib = :nib';
const BY_KEY = 'SELECT account_id FROM identifiers WHERE contact_key = :key AND replaced_at IS NULL';

/**
 * What somebody typed or pasted into the one field, and where to look for it. A number that may be two things is looked
 * for as both, unless the agent says `as` which it is; what cannot be that is looked for in vain, at the same cost.
 */
export function recognise(
  typed: string,
  personal: PersonalData,
  tickets: Tickets,
  as?: LookupKind | null,
): Recognised {
  const likely = likelyOf(typed, personal, tickets);
  if (!as || as === likely.kind) return as === LookupKind.PHONE ? asPhone(typed) : likely;
  if (as === LookupKind.NIB)
    return found(as, BY_NIB, { nib: valueIn(readTyped(typed)).replace(GROUPING, '') });
  if (as === LookupKind.USERNAME) return found(as, BY_KEY, { key: valueIn(readTyped(typed)).toLowerCase() });
  return found(as, BY_KEY, { key: '' });
}

const asPhone = (typed: string) =>
  found(LookupKind.PHONE, BY_KEY, { key: valueIn(readIdentifier(valueIn(readTyped(typed)))).key });

function likelyOf(typed: string, personal: PersonalData, tickets: Tickets): Recognised {
  const text = valueIn(readTyped(typed));
  const id = text.toLowerCase();
  if (isId(id)) return found(LookupKind.ACCOUNT_ID, BY_ID, { accountId: id });
  const ticket = tickets.read(text);
  if (ticket) return found(LookupKind.TICKET, tickets.accounts, { ticket });
  const digits = text.replace(GROUPING, '');
  if (/^\d{16}$/.test(digits))
    return found(LookupKind.NIK, BY_NIK, { nikIndexes: personal.nikIndexes(digits) });
  const { kind, key } = valueIn(readIdentifier(text));
  if (!/^\d{13}$/.test(digits)) return found(LookupKind[kind], BY_KEY, { key });
  if (phoneNumberIn(text)?.use !== 'MOBILE') return found(LookupKind.NIB, BY_NIB, { nib: digits });
  // 0812… and 62812… of thirteen digits are numbers of both sorts.
  const both = { nib: digits, key };
  return found(LookupKind.PHONE, `${BY_KEY} UNION ${BY_NIB}`, both);
}

const found = (kind: LookupKind, condition: string, parameters: Scope['parameters']): Recognised => ({
  kind,
  among: { condition, parameters },
});
