import { domainToASCII } from 'node:url';

import { fault, type Parsed, parsed } from '../platform/words/fault.js';
import { readTyped } from '../platform/words/typed-text.js';
import type { IdentifierKind } from './identifier.entity.js';
import { callingCodeOf, looksLikePhone, nationalNumberOf, phoneNumberIn } from './phone-number.js';

export type Channel = 'EMAIL' | 'WHATSAPP';

export interface Contact {
  readonly channel: Channel;
  /** Messages go to this value and no other. */
  readonly value: string;
  /** Canonical, compared exactly (R02). */
  readonly key: string;
}

export interface PhoneOptions {
  /** Calling codes whose numbers are welcome, for example `['62']`. */
  readonly countries: readonly string[];
}

const EMAIL_SHAPE = fault('EMAIL_SHAPE', {
  id: 'Alamat email belum benar. Tulis seperti nama@example.com, tanpa spasi dan tanpa huruf beraksen.',
  en: 'This is not an email address. Write it like name@example.com, without spaces and accents.',
});
const PHONE_SHAPE = fault('PHONE_SHAPE', {
  id: 'Nomor ponsel belum benar. Tulis seperti 0860 1234 5678; nomor luar negeri diawali + dan kode negara.',
  en: 'This is not a mobile number. Write it like 0860 1234 5678; a foreign one starts with + and the country code.',
});
const PHONE_NOT_MOBILE = fault('PHONE_NOT_MOBILE', {
  id: 'Nomor ini tidak dapat menerima pesan. Isi nomor ponsel, bukan telepon rumah, kantor atau layanan.',
  en: 'This number cannot receive messages. Enter a mobile number, not a landline or service number.',
});
const PHONE_COUNTRY = fault('PHONE_COUNTRY', {
  id: 'Nomor dari negara ini tidak dapat dipakai di sini. Isi nomor ponsel Indonesia, atau gunakan email.',
  en: 'A number of this country cannot be used here. Enter an Indonesian mobile number, or use email.',
});
const IDENTIFIER_LENGTH = fault('IDENTIFIER_LENGTH', {
  id: 'Isian ini terlalu panjang. Isi username, email atau nomor ponsel Anda.',
  en: 'This entry is too long. Enter your username, email or mobile number.',
});

const LOCAL_PART = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** `stored` is written as its owner writes it; `key` is lower case, without folding dots or plus signs. */
export function readEmail(raw: string): Parsed<{ stored: string; key: string }> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const [local = '', domain = '', ...more] = text.value.split('@');
  const ascii = /^[\x21-\x7e]*$/.test(domain) ? domain : domainToASCII(domain);
  const stored = `${local}@${ascii}`;
  const fits = more.length === 0 && LOCAL_PART.test(local) && DOMAIN.test(ascii.toLowerCase());
  return fits && stored.length <= 254
    ? parsed({ stored, key: stored.toLowerCase() })
    : { fault: EMAIL_SHAPE };
}

/** E.164. Codes and links go to mobile numbers only. */
export function readMobile(raw: string, { countries }: PhoneOptions): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const phone = phoneNumberIn(text.value);
  if (!phone) return { fault: PHONE_SHAPE };
  if (!countries.includes(phone.callingCode)) return { fault: PHONE_COUNTRY };
  if (phone.use === 'MALFORMED') return { fault: PHONE_SHAPE };
  return phone.use === 'MOBILE' ? parsed(phone.e164) : { fault: PHONE_NOT_MOBILE };
}

export function readContact(channel: Channel, raw: string, options: PhoneOptions): Parsed<Contact> {
  if (channel === 'EMAIL') {
    const email = readEmail(raw);
    return 'fault' in email ? email : parsed({ channel, value: email.value.stored, key: email.value.key });
  }
  const mobile = readMobile(raw, options);
  return 'fault' in mobile ? mobile : parsed({ channel, value: mobile.value, key: mobile.value });
}

/**
 * Whatever somebody logs in with, as the key it would have. An odd one is no fault, it just belongs to nobody:
 * unknown and malformed must answer alike.
 */
export function readIdentifier(raw: string): Parsed<{ key: string; kind: IdentifierKind }> {
  if (raw.length > 254) return { fault: IDENTIFIER_LENGTH };
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const identifier = identified(text.value);
  return identifier.key.length > 254 ? { fault: IDENTIFIER_LENGTH } : parsed(identifier);
}

function identified(text: string): { key: string; kind: IdentifierKind } {
  const lower = text.toLowerCase();
  if (text.includes('@')) {
    const email = readEmail(text);
    return { kind: 'EMAIL', key: 'fault' in email ? lower : email.value.key };
  }
  if (!looksLikePhone(text)) return { kind: 'USERNAME', key: lower };
  return { kind: 'PHONE', key: phoneNumberIn(text)?.e164 ?? lower };
}

export const maskContact = ({ channel, value }: Pick<Contact, 'channel' | 'value'>): string =>
  channel === 'EMAIL' ? maskEmail(value) : maskMobile(value);

/** `b•••o@g•••.com` */
export function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  const [first, last] = [local.length > 1 ? local.slice(0, 1) : '', local.length > 3 ? local.slice(-1) : ''];
  return `${first}•••${last}@${domain.slice(0, 1)}•••.${domain.slice(domain.lastIndexOf('.') + 1)}`;
}

/** `0812••••778`, of a foreign number `+61••••006` */
export const maskMobile = (e164: string): string =>
  `${nationalNumberOf(e164)?.slice(0, 4) ?? `+${callingCodeOf(e164)}`}••••${e164.slice(-3)}`;

/** For strangers: `b••••` */
export const maskUsername = (username: string): string =>
  `${username.length > 2 ? username.slice(0, 1) : ''}••••`;

/** `3273••••0004` */
export const maskNik = (nik: string): string => `${nik.slice(0, 4)}••••${nik.slice(-4)}`;

export const maskNpwp = maskNik;

/** `9120••••1` */
export const maskNib = (nib: string): string => `${nib.slice(0, 4)}••••${nib.slice(-1)}`;

/** `••-••-1984`, of a date as YYYY-MM-DD */
export const maskBirthDate = (birthDate: string): string => `••-••-${birthDate.slice(0, 4)}`;
