import type { DeskAccount } from '../../account/helpdesk-account.type.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { RevealGroup } from './reveal.input.js';
import { RevealedValue } from './reveal.result.js';

/** The data of one group as they are, under the names of the masked fields; what an account does not have is left out. */
export function valuesOf(account: DeskAccount, group: RevealGroup, personal: PersonalData): RevealedValue[] {
  const values = { IDENTITY: identity, CONTACT: contact, ADDRESS: address }[group](account, personal);
  return Object.entries(values).flatMap(([field, value]) => (value ? [new RevealedValue(field, value)] : []));
}

type Values = Readonly<Record<string, string | null | undefined>>;

const identity = (account: DeskAccount, personal: PersonalData): Values => ({
  fullName: account.fullName,
  nik: personal.open(account.id, 'nik', account.nikSealed),
  passport: personal.open(account.id, 'passport', account.passportSealed),
  birthDate: personal.open(account.id, 'birthDate', account.birthDateSealed),
  npwp:
    personal.open(account.id, 'entityNpwp', account.entity?.npwpSealed ?? null) ??
    personal.open(account.id, 'npwp', account.npwpSealed),
  nib: account.nib,
});

const contact = ({ identifiers }: DeskAccount): Values => ({
  email: identifiers.find(({ kind }) => kind === 'EMAIL')?.value,
  whatsapp: identifiers.find(({ kind }) => kind === 'PHONE')?.value,
});

const address = ({ street, regionName, postalCode }: DeskAccount): Values => ({
  street,
  regionName,
  postalCode,
});
