import { describe, expect, it } from 'vitest';

import { readNib } from '../../server/src/account/nib.js';
import { told } from './reading.js';

describe('an NIB', () => {
  it.each([
    ['1507269999901', '1507269999901'],
    ['15 0726 9999 902', '1507269999902'],
    ['0302229999903', '0302229999903'],
    ['3112249999904', '3112249999904'],
    ['9120999999905', '9120999999905'],
    ['0220309999906', '0220309999906'],
    ['１５０７２６９９９９９０７', '1507269999907'],
    ['1507-2699-99908', '1507269999908'],
    ['6286012345678', '6286012345678 NIB_LOOKS_LIKE_PHONE'],
  ])('%j is stored as %s', (raw, stored) => {
    expect(told(readNib(raw))).toBe(stored);
  });

  it.each([
    '150726999990',
    '15072699999011',
    '15O7269999901',
    '0000000000000',
    'NIB1507269999901',
    '',
    '302229999903',
  ])('%j is refused', (raw) => {
    expect(told(readNib(raw))).toBe('NIB_SHAPE');
  });
});
