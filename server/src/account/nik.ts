import { isKnownRegency } from '../platform/regions/region-code.js';
import { type Fault, fault, type Parsed, parsed } from '../platform/words/fault.js';
import { GROUPING, readTyped } from '../platform/words/typed-text.js';
import type { Sex } from './business-actor.js';

const NIK_SHAPE = fault('NIK_SHAPE', {
  id: 'NIK terdiri dari 16 angka dan tidak diawali 0. Periksa kembali di KTP.',
  en: 'An NIK has 16 digits and does not begin with 0. Check it on the identity card.',
});
const NIK_DATE_SHAPE = fault('NIK_DATE_SHAPE', {
  id: 'Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang ada. Periksa kembali pada KTP.',
  en: 'Digits 7 to 12 of this NIK are not a date of birth that exists. Check them on the identity card.',
});
const NIK_SERIAL = fault('NIK_SERIAL', {
  id: 'Empat angka terakhir NIK tidak mungkin 0000. Periksa kembali pada KTP.',
  en: 'The last four digits of an NIK are never 0000. Check them on the identity card.',
});
const BIRTH_DATE_DIFFERS = fault('BIRTH_DATE_DIFFERS', {
  id: 'Tanggal lahir berbeda dengan yang tersirat dalam NIK. Periksa keduanya; bila sudah benar, lanjutkan.',
  en: 'The date of birth differs from the one inside the NIK. Check both; if they are right, go on.',
});
const BIRTH_YEAR_UNCLEAR = fault('BIRTH_YEAR_UNCLEAR', {
  id: 'Tahun lahir tidak jelas dari NIK. Isi tanggal lahir seperti pada KTP.',
  en: 'The year of birth is not clear from the NIK. Enter the date of birth as on the identity card.',
});
const SEX_DIFFERS = fault('SEX_DIFFERS', {
  id: 'Jenis kelamin berbeda dengan yang tersirat dalam NIK. Periksa keduanya; bila sudah benar, lanjutkan.',
  en: 'The sex differs from the one inside the NIK. Check both; if they are right, go on.',
});
const REGION_UNKNOWN = fault('REGION_UNKNOWN', {
  id: 'Empat angka pertama NIK bukan kode wilayah yang kami kenal. Periksa kembali; bila sudah benar, lanjutkan.',
  en: 'The first four digits of the NIK are no region code we know. Check them; if they are right, go on.',
});

/** 16 digits. The number itself is never corrected: whatever differs from other data is a matter for `nikWarnings`. */
export function readNik(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const nik = text.value.replace(GROUPING, '');
  if (!/^[1-9]\d{15}$/.test(nik)) return { fault: NIK_SHAPE };
  if (!dayExists(partsOf(nik))) return { fault: NIK_DATE_SHAPE };
  return nik.endsWith('0000') ? { fault: NIK_SERIAL } : parsed(nik);
}

export interface NikHolder {
  /** As `readNik` gives it. */
  readonly nik: string;
  /** YYYY-MM-DD, like `today`. */
  readonly birthDate?: string | null;
  readonly sex?: `${Sex}` | null;
  readonly today: string;
}

/** What to ask the person to look at again. None of it refuses the NIK: it stays when birth date or region are corrected. */
export function nikWarnings({ nik, birthDate, sex, today }: NikHolder): Fault[] {
  const { day, month, year, sex: sexInNik } = partsOf(nik);
  const warnings: Fault[] = [];
  if (!isKnownRegency(`${nik.slice(0, 2)}.${nik.slice(2, 4)}`)) warnings.push(REGION_UNKNOWN);
  if (!birthDate && !birthDateInNik(nik, today)) warnings.push(BIRTH_YEAR_UNCLEAR);
  if (birthDate && birthDate.slice(2) !== `${year}-${month}-${day}`) warnings.push(BIRTH_DATE_DIFFERS);
  if (sex && sex !== sexInNik) warnings.push(SEX_DIFFERS);
  return warnings;
}

/** YYYY-MM-DD in the century that makes the holder 17 to 110 years old today; undefined when none does. */
export function birthDateInNik(nik: string, today: string): string | undefined {
  const { day, month, year } = partsOf(nik);
  return ['19', '20']
    .map((century) => `${century}${year}-${month}-${day}`)
    .find((birthDate) => {
      const age = ageOn(today, birthDate);
      return age >= 17 && age <= 110;
    });
}

function partsOf(nik: string) {
  const day = Number(nik.slice(6, 8));
  const sex: `${Sex}` = day > 40 ? 'FEMALE' : 'MALE';
  return {
    sex,
    day: `${sex === 'FEMALE' ? day - 40 : day}`.padStart(2, '0'),
    month: nik.slice(8, 10),
    year: nik.slice(10, 12),
  };
}

/** In 20YY, whose leap years are those divisible by 4; a 29 February of 1900 would be too old to matter. */
function dayExists({ day, month, year }: { day: string; month: string; year: string }): boolean {
  const date = new Date(`20${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(8, 10) === day;
}

function ageOn(today: string, birthDate: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
