import { describe, expect, it } from 'vitest';

import { readMobile } from '../../server/src/account/contact.js';
import { told } from './reading.js';

const here = { countries: ['62'] };
const abroad = { countries: ['62', '61', '1', '44'] };

describe('a mobile number', () => {
  it.each([
    ['0860 123 456', '+62860123456'],
    ['0860-1234-5678', '+6286012345678'],
    ['62860 1234 5678', '+6286012345678'],
    ['8601234 5678', '+6286012345678'],
    ['+62 0860 1234 5678', '+6286012345678'],
    ['+62 (0)860 1234 5678', '+6286012345678'],
    ['0062 860 1234 5678', '+6286012345678'],
    ['0062 0860 1234 5678', '+6286012345678'],
    ['０８６０１２３４５６７８', '+6286012345678'],
    ['\u202a+62 860\u20111234\u20115678\u202c', '+6286012345678'],
    ['0860 1234 56789', '+62860123456789'],
  ])('%j is stored as %s', (raw, stored) => {
    expect(told(readMobile(raw, here))).toBe(stored);
  });

  it.each([
    ['0860 12345', 'PHONE_SHAPE'],
    ['0860 12345 67890', 'PHONE_SHAPE'],
    ['0840 1234 5678', 'PHONE_NOT_MOBILE'],
    ['021 0000 0001', 'PHONE_NOT_MOBILE'],
    ['0809 123 4567', 'PHONE_NOT_MOBILE'],
    ['169', 'PHONE_SHAPE'],
    ['1500169', 'PHONE_SHAPE'],
    ['0860abc4567', 'PHONE_SHAPE'],
    ['0061 491 570 006', 'PHONE_SHAPE'],
    ['+', 'PHONE_SHAPE'],
    ['', 'PHONE_SHAPE'],
    ['+999 1234 5678', 'PHONE_SHAPE'],
    ['+61 491 570 006', 'PHONE_COUNTRY'],
    ['+1 900 555 0100', 'PHONE_COUNTRY'],
    ['0860 1234\n5678', 'CONTROL_CHARACTER'],
  ])('%j is refused as %s', (raw, fault) => {
    expect(told(readMobile(raw, here))).toBe(fault);
  });

  it.each([
    ['+61 491 570 006', '+61491570006'],
    ['+1 202 555 0100', '+12025550100'], // fixed line or mobile: cannot be told apart there
    ['+1 900 555 0100', 'PHONE_NOT_MOBILE'],
    ['+44 20 7946 0000', 'PHONE_NOT_MOBILE'],
    ['+61 491 570', 'PHONE_SHAPE'],
    ['0061 491 570 006', 'PHONE_SHAPE'],
  ])('%j where foreign numbers are welcome is answered with %s', (raw, answer) => {
    expect(told(readMobile(raw, abroad))).toBe(answer);
  });

  it('of our own country can be unwelcome too', () => {
    expect(told(readMobile('0860 1234 5678', { countries: ['61'] }))).toBe('PHONE_COUNTRY');
  });
});
