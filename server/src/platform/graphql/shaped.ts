import { registerDecorator } from 'class-validator';

import { type Fault, fault, type Parsed, parsed } from '../words/fault.js';

export type Reading = (raw: string) => Parsed<unknown>;

/** The field holds what `read` can read. Its fault's code is the message; `sayFaults` turns it into a sentence. */
export function Shaped(read: Reading): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'shaped',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (raw: unknown) => typeof raw === 'string' && !('fault' in read(raw)),
        defaultMessage: (args) => faultOf(read, args?.value).code,
      },
    });
  };
}

const NOT_TEXT = fault('NOT_TEXT', { id: 'Isi dengan teks.', en: 'Enter this as text.' });

function faultOf(read: Reading, raw: unknown): Fault {
  if (typeof raw !== 'string') return NOT_TEXT;
  const reading = read(raw);
  return 'fault' in reading ? reading.fault : NOT_TEXT;
}

const TEXT_LENGTH = fault('TEXT_LENGTH', {
  id: 'Panjang isian ini tidak sesuai. Periksa lalu isi kembali.',
  en: 'The length of this entry does not fit. Check it and enter it again.',
});
const TEXT_CONTROL = fault('TEXT_CONTROL', {
  id: 'Isian ini memuat karakter yang tidak terlihat. Ketik ulang tanpa menyalin.',
  en: 'This entry holds invisible characters. Type it again instead of pasting.',
});

/** Free text of `min` to `max` characters on one line; control and direction marks are refused (R09). */
export function text(min: number, max: number): (raw: string) => Parsed<string> {
  return (raw) => {
    const value = raw.normalize('NFC').trim();
    const length = [...value].length;
    if (length < min || length > max) return { fault: TEXT_LENGTH };
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value)) return { fault: TEXT_CONTROL };
    return parsed(value);
  };
}

/** An opaque value we issued: kept as it is, only bounded, so that a wrong one costs one look-up. */
export function opaque(min: number, max: number): (raw: string) => Parsed<string> {
  return (raw) => (raw.length < min || raw.length > max ? { fault: TEXT_LENGTH } : parsed(raw));
}
