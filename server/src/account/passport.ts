import { type Fault, fault, type Parsed, parsed } from '../platform/words/fault.js';
import { readTyped } from '../platform/words/typed-text.js';
import { isCountry } from './country.js';

const PASSPORT_SHAPE = fault('PASSPORT_SHAPE', {
  id: 'Nomor paspor terdiri dari 5 sampai 9 huruf atau angka. Salin dari halaman data paspor.',
  en: 'A passport number has 5 to 9 letters or digits. Copy it from the data page of the passport.',
});
const COUNTRY_UNKNOWN = fault('COUNTRY_UNKNOWN', {
  id: 'Negara ditulis dengan tiga huruf, misalnya IDN atau JPN. Pilih negara dari daftar.',
  en: 'A country is written in three letters, for example IDN or JPN. Choose the country from the list.',
});
const PASSPORT_UNUSUAL = fault('PASSPORT_UNUSUAL', {
  id: 'Nomor paspor Indonesia biasanya satu huruf dan 7 angka. Periksa kembali; bila sudah benar, lanjutkan.',
  en: 'An Indonesian passport number is usually one letter and 7 digits. Check it; if it is right, go on.',
});
const PASSPORT_EXPIRY_SHAPE = fault('PASSPORT_EXPIRY_SHAPE', {
  id: 'Tanggal habis berlaku paspor belum benar. Isi tahun, bulan dan tanggal seperti 2030-12-31.',
  en: 'The expiry date of the passport is not a date. Enter year, month and day like 2030-12-31.',
});
const PASSPORT_EXPIRED = fault('PASSPORT_EXPIRED', {
  id: 'Paspor ini sudah habis masa berlakunya. Gunakan paspor yang masih berlaku.',
  en: 'This passport has expired. Use a passport that is still valid.',
});

/** Capitals and digits. The number changes with every renewal: find people by it, but never key them by it. */
export function readPassport(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const number = text.value.replace(/[\s\-\u2010-\u2015]/g, '').toUpperCase();
  return /^[A-Z0-9]{5,9}$/.test(number) ? parsed(number) : { fault: PASSPORT_SHAPE };
}

/** ISO 3166-1 alpha-3. */
export function readCountry(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const country = text.value.toUpperCase();
  return isCountry(country) ? parsed(country) : { fault: COUNTRY_UNKNOWN };
}

/** Both as the readers give them. */
export function passportWarnings(number: string, country: string): Fault[] {
  return country === 'IDN' && !/^[A-Z]\d{7}$/.test(number) ? [PASSPORT_UNUSUAL] : [];
}

/** YYYY-MM-DD. A passport is good to the end of its last day. */
export function readPassportExpiry(raw: string, today: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const date = new Date(`${text.value}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text.value;
  if (!exists) return { fault: PASSPORT_EXPIRY_SHAPE };
  return text.value < today ? { fault: PASSPORT_EXPIRED } : parsed(text.value);
}

/** First character and last two: `A••••12`. */
export const maskPassport = (number: string): string => `${number.slice(0, 1)}••••${number.slice(-2)}`;
