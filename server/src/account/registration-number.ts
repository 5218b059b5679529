import { type Fault, fault, type Parsed, parsed } from '../platform/words/fault.js';
import { readTyped } from '../platform/words/typed-text.js';
import type { EntityKind } from './business-actor.js';

const AHU_SHAPE = fault('AHU_SHAPE', {
  id: 'Nomor SK AHU belum lengkap atau salah bentuk. Tulis seperti AHU-9999901.AH.01.01.TAHUN 2025.',
  en: 'The AHU decree number is incomplete or malformed. Write it like AHU-9999901.AH.01.01.TAHUN 2025.',
});
const LEGAL_BASIS_LENGTH = fault('LEGAL_BASIS_LENGTH', {
  id: 'Isi nomor dasar hukum, paling banyak 100 huruf.',
  en: 'Enter the number of the legal basis, at most 100 characters.',
});
const AHU_NOT_ENTITY = fault('AHU_NOT_ENTITY', {
  id: 'Nomor ini tampak seperti SK pengangkatan notaris. Isi nomor SK pengesahan badan usaha.',
  en: 'This looks like the appointment decree of a notary. Enter the number of the legalisation decree of the entity.',
});
const AHU_KIND_DIFFERS = fault('AHU_KIND_DIFFERS', {
  id: 'Nomor SK AHU ini untuk bentuk badan usaha lain. Periksa bentuk dan nomornya; bila sudah benar, lanjutkan.',
  en: 'This AHU decree number belongs to another legal form. Check form and number; if they are right, go on.',
});
const AHU_YEAR_FUTURE = fault('AHU_YEAR_FUTURE', {
  id: 'Tahun pada nomor SK AHU belum tiba. Periksa kembali tahunnya.',
  en: 'The year in the AHU decree number has not come yet. Check the year.',
});

export interface RegistrationNumber {
  readonly basis: 'AHU_DECREE' | 'OTHER_DECREE' | 'LAW_OR_REGULATION';
  /** Canonical: capitals without spaces for an AHU decree, else the text as it was typed. */
  readonly number: string;
  readonly original: string;
}

export interface Registered {
  readonly kind: `${EntityKind}`;
  /** YYYY-MM-DD. */
  readonly today: string;
}

// State bodies rest on a law or a regional or village regulation, where others have a decree.
const BY_REGULATION = new Set<string>(['PERUM', 'BLU', 'BUM_DESA']);
const KIND_OF_CODE = new Map<string, string>([
  ['01.01', 'PT'],
  ['01.30', 'PT_PERORANGAN'],
  ['01.14', 'CV'],
]);

/** What an entity exists by. Whatever calls itself AHU must have its shape; old decrees and regulations are free text. */
export function readRegistrationNumber(raw: string, entity: Registered): Parsed<RegistrationNumber> {
  const text = readLegalBasis(raw);
  if ('fault' in text) return text;
  const original = text.value;
  const number = original.replace(/\s/g, '').toUpperCase();
  const ahu = /^AHU-?[A-Z]?\d{4,7}[.-]AH\.(\d{2}\.\d{2})\.?(?:TAHUN)?(\d{4})$/.exec(number);
  if (ahu) {
    const [, code = '', year = ''] = ahu;
    return parsed({ basis: 'AHU_DECREE', number, original }, ahuWarnings(code, year, entity));
  }
  if (/\bAHU|\.AH\./i.test(original)) return { fault: AHU_SHAPE }; // not the AHU in TAHUN
  const basis = BY_REGULATION.has(entity.kind) ? 'LAW_OR_REGULATION' : 'OTHER_DECREE';
  return parsed({ basis, number: original, original });
}

/** Free text: a law, a letter of consent, a registration number at home; at most 100 characters. */
export function readLegalBasis(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const basis = text.value.replace(/\s+/g, ' ');
  return basis === '' || [...basis].length > 100 ? { fault: LEGAL_BASIS_LENGTH } : parsed(basis);
}

function ahuWarnings(code: string, year: string, { kind, today }: Registered): Fault[] {
  const warnings: Fault[] = [];
  const kindOfCode = KIND_OF_CODE.get(code);
  if (code.startsWith('02.')) warnings.push(AHU_NOT_ENTITY);
  if (kindOfCode !== undefined && kindOfCode !== kind) warnings.push(AHU_KIND_DIFFERS);
  if (year > today.slice(0, 4)) warnings.push(AHU_YEAR_FUTURE);
  return warnings;
}
