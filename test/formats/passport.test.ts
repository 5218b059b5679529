import { describe, expect, it } from 'vitest';

import { isCountry } from '../../server/src/account/country.js';
import {
  passportWarnings,
  readCountry,
  readPassport,
  readPassportExpiry,
} from '../../server/src/account/passport.js';
import { codesOf, told } from './reading.js';

describe('a passport', () => {
  it.each([
    ['X9999901', 'IDN', 'X9999901'],
    ['x 9999902', 'IDN', 'X9999902'],
    ['999999903', 'USA', '999999903'],
    ['99AA99904', 'FRA', '99AA99904'],
    ['TZ9999905', 'JPN', 'TZ9999905'],
    ['K99999-06N', 'SGP', 'K9999906N'],
    ['Z9999', 'MYS', 'Z9999'],
  ])('%j of %s is stored as %s', (raw, country, number) => {
    expect(told(readPassport(raw))).toBe(number);
    expect(told(readCountry(country))).toBe(country);
    expect(passportWarnings(number, country)).toEqual([]);
  });

  it.each(['X999', 'X999999901', 'X99.9990', 'Ä9999901', ''])('%j is refused', (raw) => {
    expect(told(readPassport(raw))).toBe('PASSPORT_SHAPE');
  });

  it.each(['ID', 'INA', 'XKX', 'EUR', ''])('of the country %j is refused', (raw) => {
    expect(told(readCountry(raw))).toBe('COUNTRY_UNKNOWN');
  });

  it('of Indonesia in an unusual form is a warning', () => {
    expect(codesOf(passportWarnings('99AA99904', 'IDN'))).toEqual(['PASSPORT_UNUSUAL']);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2031-01-01', '2031-01-01'],
    ['2026-11-22', 'PASSPORT_EXPIRED'],
    ['2027-02-30', 'PASSPORT_EXPIRY_SHAPE'],
    ['23-11-2030', 'PASSPORT_EXPIRY_SHAPE'],
    ['', 'PASSPORT_EXPIRY_SHAPE'],
  ])('that expires on %j is answered with %s', (raw, answer) => {
    expect(told(readPassportExpiry(raw, '2026-11-23'))).toBe(answer);
  });
});

describe('the list of countries', () => {
  it('holds the 249 codes of ISO 3166-1', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const triples = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    expect(triples.filter(isCountry)).toHaveLength(249);
  });
});
