import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface PhoneNumberRead {
  readonly e164: string;
  readonly callingCode: string;
  /** MALFORMED: the country is known, but the number has too few or too many digits, or stands in no block of it. */
  readonly use: 'MOBILE' | 'NOT_MOBILE' | 'MALFORMED';
}

const INDONESIA = '62';

/** Any way of writing a number, Indonesian unless it says otherwise; undefined when no country can be made out. */
export function phoneNumberIn(text: string): PhoneNumberRead | undefined {
  const digits = internationalDigits(text);
  if (digits?.startsWith(INDONESIA)) {
    return { e164: `+${digits}`, callingCode: INDONESIA, use: indonesianUse(digits.slice(2)) };
  }
  const phone = digits && parsePhoneNumberFromString(`+${digits}`);
  if (!phone) return undefined;
  return { e164: phone.number, callingCode: phone.countryCallingCode, use: foreignUse(phone) };
}

export const callingCodeOf = (e164: string): string =>
  parsePhoneNumberFromString(e164)?.countryCallingCode ?? '';

/** Number of a phone here as people write it, with its leading 0; undefined for a foreign one. */
export const nationalNumberOf = (e164: string): string | undefined =>
  e164.startsWith(`+${INDONESIA}`) ? `0${e164.slice(3)}` : undefined;

/** Digits and what people put between them. The library would also read letters, as keys of an old telephone. */
export const looksLikePhone = (text: string): boolean => /^\+?[\d\s().\-\u2010-\u2015\u2212]+$/.test(text);

function internationalDigits(text: string): string | undefined {
  if (!looksLikePhone(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  const mended = text.startsWith('+') ? digits : withCountry(digits);
  return mended?.replace(/^620/, INDONESIA);
}

function withCountry(digits: string): string | undefined {
  if (digits.startsWith('0062')) return digits.slice(2);
  if (digits.startsWith('00')) return undefined; // 00 is not the exit code here; only the + is clear
  if (digits.startsWith('0')) return INDONESIA + digits.slice(1);
  if (digits.startsWith('8')) return INDONESIA + digits;
  return digits.startsWith(INDONESIA) ? digits : undefined;
}

// Our own rule: the library's blocks for Indonesia lag behind, and old short numbers are alive.
function indonesianUse(national: string): PhoneNumberRead['use'] {
  if (/^8[1-35-9]/.test(national)) return /^\d{9,12}$/.test(national) ? 'MOBILE' : 'MALFORMED';
  return /^[1-9]\d{6,11}$/.test(national) ? 'NOT_MOBILE' : 'MALFORMED';
}

function foreignUse(phone: PhoneNumber): PhoneNumberRead['use'] {
  if (!phone.isValid()) return 'MALFORMED';
  const type = phone.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? 'MOBILE' : 'NOT_MOBILE';
}
