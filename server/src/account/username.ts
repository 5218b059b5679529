import { randomInt } from 'node:crypto';

import { fault, type Parsed, parsed } from '../platform/words/fault.js';
import { readTyped } from '../platform/words/typed-text.js';

const USERNAME_SHAPE = fault('USERNAME_SHAPE', {
  id: 'Username terdiri dari 6 sampai 20 huruf kecil dan angka, diawali huruf. Salin dari pesan pendaftaran Anda.',
  en: 'A username has 6 to 20 small letters and digits and begins with a letter. Copy it from your registration message.',
});

/** As issued: so that it never looks like an email, a phone or an identity number. */
export function readUsername(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  return /^[a-z][a-z0-9]{5,19}$/.test(text.value) ? parsed(text.value) : { fault: USERNAME_SHAPE };
}

// Without look-alikes (l 1 i, o 0), and without vowels, which would spell words now and then.
const UNMISTAKABLE = 'bcdfghjkmnpqrstvwxz23456789';
const RANDOM_LENGTH = 5;

/** A fresh proposal each time, for instance `sutinah4k7qd`; the unique key decides whether it is still free. */
export function newUsername(fullName: string): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => UNMISTAKABLE[randomInt(UNMISTAKABLE.length)]);
  return readableStart(fullName) + random.join('');
}

/** The first word that leaves Latin letters; digits never pass, they might be part of somebody's number. */
function readableStart(fullName: string): string {
  const words = fullName.normalize('NFKD').toLowerCase().split(/\s+/);
  const [first = 'akun'] = words.map((word) => word.replace(/[^a-z]/g, '').slice(0, 10)).filter(Boolean);
  return first;
}
