import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmail, readMobile } from '../../server/src/account/contact.js';
import { readNib } from '../../server/src/account/nib.js';
import { readNik } from '../../server/src/account/nik.js';
import { readNpwp, readPersonalNpwp } from '../../server/src/account/npwp.js';
import { readCountry, readPassport, readPassportExpiry } from '../../server/src/account/passport.js';
import { readEntityName, readPersonName } from '../../server/src/account/person-name.js';
import { readPostalCode } from '../../server/src/account/postal-code.js';
import { readLegalBasis, readRegistrationNumber } from '../../server/src/account/registration-number.js';
import { readUsername } from '../../server/src/account/username.js';
import { readRegionCode } from '../../server/src/platform/regions/region-code.js';
import type { Parsed } from '../../server/src/platform/words/fault.js';

type Reader = (raw: string) => Parsed<string>;
const mapped = (reading: Parsed<{ stored: string }>): Parsed<string> =>
  'fault' in reading ? reading : { ...reading, value: reading.value.stored };
const today = '2026-11-23';

const nik = fc
  .tuple(
    fc.integer({ min: 10, max: 99 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 9900, max: 9999 }),
  )
  .map(([province, day, serial]) => `${province}7403${`${day + 40}`}0890${serial}`);

/** Each with something that tends to be well formed, so that the accepting side is tried as well. */
const READERS: Record<string, [Reader, fc.Arbitrary<string>]> = {
  NIK: [readNik, nik],
  NPWP: [readNpwp, fc.stringMatching(/^[01]000\d{11,12}$/)],
  'personal NPWP': [(raw) => readPersonalNpwp(raw, '3174034508909901'), fc.stringMatching(/^0\d{15}$/)],
  NIB: [readNib, fc.stringMatching(/^\d{13}$/)],
  passport: [readPassport, fc.stringMatching(/^[a-zA-Z0-9 ]{5,9}$/)],
  country: [readCountry, fc.constantFrom('idn', 'JPN', 'ＦＲＡ')],
  'passport expiry': [(raw) => readPassportExpiry(raw, today), fc.constant('2030-12-31')],
  "person's name": [readPersonName, fc.stringMatching(/^[a-zA-Z'’ .]{1,100}$/)],
  'entity name': [readEntityName, fc.stringMatching(/^[a-zA-Z0-9 &]{1,150}$/)],
  'AHU decree': [
    (raw) => {
      const read = readRegistrationNumber(raw, { kind: 'PT', today });
      return 'fault' in read ? read : { ...read, value: read.value.number };
    },
    fc.stringMatching(/^AHU-9999\d{3}\.AH\.01\.01\.TAHUN 20[12]\d$/),
  ],
  'legal basis': [readLegalBasis, fc.string({ maxLength: 100 })],
  'postal code': [readPostalCode, fc.stringMatching(/^[1-9]\d{4}$/)],
  'mobile number': [
    (raw) => readMobile(raw, { countries: ['62', '61'] }),
    fc.stringMatching(/^(0|62|\+62 ?|0062)?860[\d -]{6,12}$/),
  ],
  email: [(raw) => mapped(readEmail(raw)), fc.emailAddress()],
  username: [readUsername, fc.stringMatching(/^[a-z][a-z0-9]{5,19}$/)],
  'region code': [readRegionCode, fc.stringMatching(/^\d{4,6}$/)],
};

describe.each(Object.entries(READERS))('reading a %s', (subject, [read, likely]) => {
  it('never fails, whatever was typed', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(anything, (raw) => {
        const reading = read(raw);
        expect('fault' in reading || typeof reading.value === 'string').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a value that reads as itself, with the same warnings', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: 'binary', maxLength: 40 })), (raw) => {
        const reading = read(raw);
        if ('fault' in reading) return;
        accepted += 1;
        expect(read(reading.value)).toEqual(reading);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('takes the same text in full width and wrapped in direction marks', () => {
    fc.assert(
      fc.property(likely, (raw) => {
        if (/name/.test(subject)) return; // names keep their form, and refuse such marks
        const wide = raw.replace(/[!-~]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));
        expect(read(`\u2068${wide}\u2069`)).toEqual(read(raw));
      }),
      { numRuns: 100 },
    );
  });

  it('explains each fault in two languages without repeating what was typed', () => {
    const reading = read('\u0001 3174034508909901 budi@example.com');
    const words = 'fault' in reading ? reading.fault.words : { id: '', en: '' };
    expect([words.id, words.en].every((text) => text.length > 20 && !text.includes('3174'))).toBe(true);
  });
});
