import { type Fault, fault, type Parsed, parsed } from '../platform/words/fault.js';
import { GROUPING, readTyped } from '../platform/words/typed-text.js';

const NPWP_SHAPE = fault('NPWP_SHAPE', {
  id: 'NPWP terdiri dari 15 angka (lama) atau 16 angka. Salin NPWP dari kartu atau surat keterangan pajak.',
  en: 'An NPWP has 15 digits (old) or 16 digits. Copy it from the tax card or tax certificate.',
});
const NPWP_IS_NITKU = fault('NPWP_IS_NITKU', {
  id: 'Ini nomor tempat usaha (NITKU, 22 angka). Isi 16 angka pertamanya saja.',
  en: 'This is a place-of-business number (NITKU, 22 digits). Enter its first 16 digits only.',
});
const NPWP_NOT_NIK = fault('NPWP_NOT_NIK', {
  id: 'NPWP 16 angka milik perorangan sama dengan NIK-nya. Isi NIK Anda, atau NPWP lama 15 angka.',
  en: "A person's 16-digit NPWP is the same as the NIK. Enter your NIK, or the old NPWP of 15 digits.",
});
const NPWP_OLD_PERSONAL = fault('NPWP_OLD_PERSONAL', {
  id: 'Ini NPWP lama. Perizinan memerlukan NPWP 16 angka, yaitu NIK Anda; padankan di kantor pajak bila perlu.',
  en: 'This is an old NPWP. Licensing needs the 16 digits, which are your NIK; have them matched by the tax office.',
});
const NPWP_CHECK_DIGIT = fault('NPWP_CHECK_DIGIT', {
  id: 'Angka pemeriksa NPWP tidak cocok, mungkin ada salah ketik. Periksa kembali; bila sudah benar, lanjutkan.',
  en: 'The check digit of the NPWP does not fit, perhaps a typing error. Check it; if it is right, go on.',
});
const NPWP_BRANCH = fault('NPWP_BRANCH', {
  id: 'Ini NPWP cabang. Isi NPWP pusat (berakhiran 000) bila akun ini untuk seluruh badan usaha.',
  en: 'This is the NPWP of a branch. Enter that of the head office (ending in 000) if the account is for the whole entity.',
});
const NPWP_LOOKS_LIKE_NIK = fault('NPWP_LOOKS_LIKE_NIK', {
  id: 'NPWP ini tampak seperti milik perorangan. Isi NPWP badan usaha, bukan NPWP direktur atau pengurus.',
  en: 'This NPWP looks like that of a person. Enter the NPWP of the entity, not of its director.',
});

/** The NPWP of an entity in its 16-digit form; old numbers get a leading 0. */
export function readNpwp(raw: string): Parsed<string> {
  const npwp = readDigits(raw);
  if ('fault' in npwp) return npwp;
  const { value } = npwp;
  if (value.startsWith('0')) return parsed(value, oldFormWarnings(value));
  return parsed(value, value.startsWith('1000') ? [] : [NPWP_LOOKS_LIKE_NIK]);
}

/** The NPWP of a resident person: the NIK itself, or a number of the old form. `nik` as `readNik` gives it. */
export function readPersonalNpwp(raw: string, nik: string): Parsed<string> {
  const npwp = readDigits(raw);
  if ('fault' in npwp || npwp.value === nik) return npwp;
  const { value } = npwp;
  if (!value.startsWith('0')) return { fault: NPWP_NOT_NIK };
  return parsed(value, [NPWP_OLD_PERSONAL, ...oldFormWarnings(value)]);
}

/** A place-of-business number: the head's NPWP and six digits for the place. Never asked for, only recognised. */
export function isNitku(raw: string): boolean {
  const text = readTyped(raw);
  return 'value' in text && /^(?!0+$)\d{22}$/.test(ungrouped(text.value));
}

function readDigits(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  if (isNitku(text.value)) return { fault: NPWP_IS_NITKU };
  const digits = ungrouped(text.value);
  if (!/^\d{15,16}$/.test(digits) || /^(\d)\1+$/.test(digits)) return { fault: NPWP_SHAPE };
  return parsed(digits.padStart(16, '0'));
}

const ungrouped = (text: string): string => text.replace(GROUPING, '').replaceAll('/', '');

function oldFormWarnings(npwp: string): Fault[] {
  const warnings: Fault[] = [];
  if (!hasCheckDigit(npwp.slice(1, 10))) warnings.push(NPWP_CHECK_DIGIT);
  if (!npwp.endsWith('000')) warnings.push(NPWP_BRANCH);
  return warnings;
}

/** Luhn over the first nine digits, weights 1, 2, 1, 2 … from the left. */
function hasCheckDigit(nine: string): boolean {
  const sum = [...nine].reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
