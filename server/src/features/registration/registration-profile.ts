import type { Addresses, AddressRead } from '../../account/addresses.js';
import { ActorKind, type Sex } from '../../account/business-actor.js';
import { type Contact, readContact } from '../../account/contact.js';
import { nikWarnings } from '../../account/nik.js';
import { readNpwp, readPersonalNpwp } from '../../account/npwp.js';
import { readPersonName } from '../../account/person-name.js';
import { text } from '../../platform/graphql/shaped.js';
import { fault } from '../../platform/words/fault.js';
import type { Language } from '../../platform/words/language.js';
import type { CompleteRegistrationInput } from './registration-completion.input.js';
import { type Declaration, FieldReader, type ReadingRules } from './registration-rules.js';

const YOUNGEST = 17;
const OLDEST = 120;

const TERMS_NOT_ACCEPTED = fault('TERMS_NOT_ACCEPTED', {
  id: 'Setujui pernyataan kebenaran data untuk melanjutkan.',
  en: 'Accept the declaration to go on.',
});
const BIRTH_DATE_IMPOSSIBLE = fault('BIRTH_DATE_IMPOSSIBLE', {
  id: 'Tanggal lahir ini tidak mungkin. Periksa kembali tahunnya.',
  en: 'This birth date is not possible. Check the year.',
});
const TOO_YOUNG = fault('TOO_YOUNG', {
  id: 'Pendaftaran mandiri mulai usia 17 tahun. Silakan datang ke DPMPTSP setempat.',
  en: 'Self-registration begins at 17. Please go to the local licensing office (DPMPTSP).',
});
const NPWP_DIFFERS = fault('NPWP_DIFFERS', {
  id: 'NPWP ini berbeda dengan NPWP badan usaha di langkah pertama. Samakan keduanya.',
  en: 'This tax number differs from the entity’s at the first step. Make them the same.',
});
const EMAIL_NEEDED = fault('EMAIL_NEEDED', {
  id: 'Badan usaha memerlukan alamat email sendiri.',
  en: 'An entity needs an email address of its own.',
});

/** How the declaration was accepted; the account may be made much later, by the worker. */
export interface Acceptance {
  /** ISO 8601: a profile may wait as JSON. */
  readonly at: string;
  readonly language: Language;
  readonly source: string;
}

/** Everything about the person that registration asks for, in canonical form. */
export interface Profile {
  readonly fullName: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly position: string | null;
  readonly address: AddressRead;
  /** An individual's own. */
  readonly npwp: string | null;
  /** Besides the proven one. */
  readonly otherContacts: readonly Contact[];
  readonly warnings: readonly string[];
  readonly acceptance: Acceptance;
}

export type ProfileInput = Omit<CompleteRegistrationInput, 'registrationToken' | 'password'>;

/** Throws `InvalidInput` naming every field at fault. `proven` is the contact of the draft. */
export async function readProfile(
  input: ProfileInput,
  declaration: Declaration,
  proven: Contact,
  rules: ReadingRules & { readonly addresses: Addresses; readonly acceptance: Acceptance },
): Promise<Profile> {
  const fields = new FieldReader();
  const individual = declaration.actor === ActorKind.INDIVIDUAL;
  if (!input.acceptTerms) fields.refuse('acceptTerms', TERMS_NOT_ACCEPTED);
  if (individual) for (const field of ['birthDate', 'sex'] as const) fields.require(field, input[field]);
  else fields.require('position', input.position);
  if (input.birthDate) judgeAge(fields, input.birthDate, rules.today);

  const address = await rules.addresses.read(input.address, declaration.actor);
  if (Array.isArray(address)) for (const { field, fault: named } of address) fields.refuse(field, named);
  const npwp = readTaxNumber(fields, input.npwp, declaration);
  const otherContacts = readOthers(fields, input, declaration, { proven, countries: rules.countries });
  const fullName = fields.read('fullName', input.fullName, readPersonName) ?? '';
  fields.done();
  if (Array.isArray(address)) throw new Error('An address at fault was let through.');

  const { birthDate = null, sex = null } = input;
  const soft = declaration.nik
    ? nikWarnings({ nik: declaration.nik, birthDate, sex, today: rules.today })
    : [];
  const warnings = [
    ...new Set([...declaration.warnings, ...fields.warnings, ...soft.map(({ code }) => code)]),
  ];
  const position = fields.read('position', input.position, text(2, 100));
  const { acceptance } = rules;
  return { fullName, birthDate, sex, position, address, npwp, otherContacts, warnings, acceptance };
}

function judgeAge(fields: FieldReader, birthDate: string, today: string): void {
  const years =
    Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
  if (birthDate > today || years > OLDEST) fields.refuse('birthDate', BIRTH_DATE_IMPOSSIBLE);
  else if (years < YOUNGEST) fields.refuse('birthDate', TOO_YOUNG);
}

/** A resident's tax number is the NIK (PMK 112/2022); an entity's was given at the start. */
function readTaxNumber(
  fields: FieldReader,
  raw: string | null | undefined,
  declaration: Declaration,
): string | null {
  const { actor, nik, entity } = declaration;
  if (actor === ActorKind.INDIVIDUAL) {
    return nik ? fields.read('npwp', raw, (typed) => readPersonalNpwp(typed, nik)) : null;
  }
  const npwp = fields.read('npwp', raw, readNpwp);
  if (npwp && entity?.npwp && npwp !== entity.npwp) {
    fields.refuse('npwp', NPWP_DIFFERS);
    fields.refuse('entity.npwp', NPWP_DIFFERS);
  }
  return null;
}

function readOthers(
  fields: FieldReader,
  input: ProfileInput,
  { actor, scale }: Declaration,
  { proven, countries }: { proven: Contact; countries: readonly string[] },
): Contact[] {
  const allowed = scale === 'NON_UMK' ? countries : countries.filter((code) => code === '62');
  const email = fields.read('email', input.email, (raw) => readContact('EMAIL', raw, { countries: allowed }));
  const mobile = fields.read('whatsapp', input.whatsapp, (raw) =>
    readContact('WHATSAPP', raw, { countries: allowed }),
  );
  if (actor !== ActorKind.INDIVIDUAL && proven.channel === 'WHATSAPP')
    fields.require('email', input.email, EMAIL_NEEDED);
  const given = [email, mobile].filter((contact) => contact !== null);
  return given.filter((contact) => contact.channel !== proven.channel);
}
