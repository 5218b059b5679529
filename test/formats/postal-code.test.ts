import { describe, expect, it } from 'vitest';

import { readPostalCode } from '../../server/src/account/postal-code.js';
import { told } from './reading.js';

describe('a postal code', () => {
  it.each([
    ['12710', '12710'],
    ['40151', '40151'],
    ['80221', '80221'],
    ['90111', '90111'],
    ['99351', '99351'],
    ['24471', '24471'],
    [' 12 710 ', '12710'],
    ['１２７１０', '12710'],
  ])('%j is stored as %s', (raw, code) => {
    expect(told(readPostalCode(raw))).toBe(code);
  });

  it.each(['02710', '1271', '127100', '1271O', '12-71', 'ABCDE', '00000', ''])('%j is refused', (raw) => {
    expect(told(readPostalCode(raw))).toBe('POSTAL_CODE_SHAPE');
  });
});
