import { ActorKind, BusinessScale, type EntityKind } from '../../account/business-actor.js';
import { type Contact, readContact } from '../../account/contact.js';
import { readNib } from '../../account/nib.js';
import { readNik } from '../../account/nik.js';
import { readNpwp } from '../../account/npwp.js';
import { passportWarnings, readCountry, readPassport } from '../../account/passport.js';
import { readEntityName } from '../../account/person-name.js';
import { readLegalBasis, readRegistrationNumber } from '../../account/registration-number.js';
import { REQUIRED } from '../../platform/graphql/input-faults.js';
import { type FieldFault, InvalidInput } from '../../platform/graphql/invalid-input.js';
import { type Fault, fault, type Parsed } from '../../platform/words/fault.js';
import type { EntityInput, IdentityInput, StartRegistrationInput } from './registration-start.input.js';

const { UMK, NON_UMK } = BusinessScale;
const { INDIVIDUAL, BUSINESS_ENTITY, REPRESENTATIVE_OFFICE, FOREIGN_ENTITY } = ActorKind;

const NOT_FOR_INDIVIDUALS = fault('NOT_FOR_INDIVIDUALS', {
  id: 'Pelaku usaha perseorangan tidak mengisi data badan usaha. Kosongkan bagian ini.',
  en: 'An individual does not give company data. Leave this empty.',
});
const SCALE_NEEDS_DOMESTIC = fault('SCALE_NEEDS_DOMESTIC', {
  id: 'Kantor perwakilan dan badan usaha luar negeri mendaftar sebagai Non-UMK. Pilih Non-UMK.',
  en: 'Representative offices and foreign entities register as non-UMK. Choose non-UMK.',
});
const NIK_NEEDED = fault('NIK_NEEDED', {
  id: 'Isi NIK Anda. Bila belum tercatat, hubungi Dukcapil setempat.',
  en: 'Enter your NIK. If you have none, ask the local population office (Dukcapil).',
});
const NIK_OR_PASSPORT = fault('NIK_OR_PASSPORT', {
  id: 'Isi NIK, atau nomor paspor beserta negara penerbitnya.',
  en: 'Enter the NIK, or the passport number with its issuing country.',
});

/** What a person declared at the first step, in canonical form. */
export interface Declaration {
  readonly scale: BusinessScale;
  readonly actor: ActorKind;
  readonly nik: string | null;
  readonly passport: string | null;
  readonly passportCountry: string | null;
  readonly entity: DeclaredEntity | null;
  readonly warnings: readonly string[];
}

export interface DeclaredEntity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly npwp: string | null;
  readonly nib: string | null;
  readonly registrationNumber: string | null;
  readonly country: string | null;
}

export interface ReadingRules {
  /** Calling codes that messages are sent to, for example `['62']`. */
  readonly countries: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Collects every fault and warning before it answers, so that a form can mark all its fields at once. */
export class FieldReader {
  readonly faults: FieldFault[] = [];
  readonly warnings: string[] = [];

  /** The canonical value; null when absent or at fault. */
  read<T>(field: string, raw: string | null | undefined, reader: (raw: string) => Parsed<T>): T | null {
    if (raw === null || raw === undefined) return null;
    const reading = reader(raw);
    if ('fault' in reading) {
      this.refuse(field, reading.fault);
      return null;
    }
    this.warnings.push(...reading.warnings.map(({ code }) => code));
    return reading.value;
  }

  require(field: string, value: unknown, missing: Fault = REQUIRED): void {
    if (value === null || value === undefined || value === '') this.refuse(field, missing);
  }

  refuse(field: string, named: Fault): void {
    if (!this.faults.some((one) => one.field === field)) this.faults.push({ field, fault: named });
  }

  done(): void {
    if (this.faults.length > 0) throw new InvalidInput(this.faults);
  }
}

/** Throws `InvalidInput` naming every field at fault (R03: related fields agree; domain.md 3 says who gives what). */
export function readDeclaration(
  input: StartRegistrationInput,
  rules: ReadingRules,
): { declaration: Declaration; contact: Contact } {
  const fields = new FieldReader();
  const { scale, actor } = input;
  if (scale === UMK && (actor === REPRESENTATIVE_OFFICE || actor === FOREIGN_ENTITY)) {
    fields.refuse('scale', SCALE_NEEDS_DOMESTIC);
  }
  const identity = readIdentity(fields, input.identity, scale, actor);
  if (actor === INDIVIDUAL && input.entity) fields.refuse('entity', NOT_FOR_INDIVIDUALS);
  if (actor !== INDIVIDUAL) fields.require('entity', input.entity);
  const entity = actor !== INDIVIDUAL && input.entity ? readEntity(fields, input.entity, actor, rules) : null;
  const countries = scale === NON_UMK ? rules.countries : rules.countries.filter((code) => code === '62');
  const contact = fields.read('contact', input.contact, (raw) =>
    readContact(input.channel, raw, { countries }),
  );
  fields.done();
  if (!contact) throw new Error('A contact without a fault has a value.');
  return { declaration: { scale, actor, ...identity, entity, warnings: fields.warnings }, contact };
}

function readIdentity(fields: FieldReader, input: IdentityInput, scale: BusinessScale, actor: ActorKind) {
  const nik = fields.read('identity.nik', input.nik, readNik);
  const passport = fields.read('identity.passport', input.passport, readPassport);
  const passportCountry = fields.read('identity.passportCountry', input.passportCountry, readCountry);
  const needsNik = actor === INDIVIDUAL || scale === UMK;
  if (needsNik) fields.require('identity.nik', input.nik, NIK_NEEDED);
  else if (!input.nik && !input.passport) fields.refuse('identity.nik', NIK_OR_PASSPORT);
  if (input.passport) fields.require('identity.passportCountry', input.passportCountry);
  if (input.passportCountry) fields.require('identity.passport', input.passport);
  if (passport && passportCountry) {
    fields.warnings.push(...passportWarnings(passport, passportCountry).map(({ code }) => code));
  }
  return { nik, passport, passportCountry };
}

function readEntity(
  fields: FieldReader,
  input: EntityInput,
  actor: ActorKind,
  { today }: ReadingRules,
): DeclaredEntity {
  const { kind } = input;
  const legalBasis = (raw: string): Parsed<string> => {
    if (actor !== BUSINESS_ENTITY) return readLegalBasis(raw);
    const reading = readRegistrationNumber(raw, { kind, today });
    return 'fault' in reading ? reading : { value: reading.value.number, warnings: reading.warnings };
  };
  fields.require('entity.registrationNumber', input.registrationNumber);
  if (actor === BUSINESS_ENTITY) fields.require('entity.npwp', input.npwp);
  if (actor === FOREIGN_ENTITY) fields.require('entity.country', input.country);
  return {
    kind,
    name: fields.read('entity.name', input.name, readEntityName) ?? '',
    npwp: fields.read('entity.npwp', input.npwp, readNpwp),
    nib: fields.read('entity.nib', input.nib, readNib),
    registrationNumber: fields.read('entity.registrationNumber', input.registrationNumber, legalBasis),
    country: fields.read('entity.country', input.country, readCountry),
  };
}
