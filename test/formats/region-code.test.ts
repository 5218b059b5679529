import { describe, expect, it } from 'vitest';

import { isKnownRegency, readRegionCode } from '../../server/src/platform/regions/region-code.js';
import { told } from './reading.js';

describe('a region code', () => {
  it.each([
    ['31', '31'],
    ['3174', '31.74'],
    ['31.74.03', '31.74.03'],
    ['317403', '31.74.03'],
    ['31.74.03.1001', '31.74.03.1001'],
    ['3174031001', '31.74.03.1001'],
    ['93.01', '93.01'],
    ['96.71', '96.71'],
    ['３１７４', '31.74'],
    // Well formed; that no list holds them is for the list to say.
    ['99', '99'],
    ['31.74.99', '31.74.99'],
  ])('%j is read as %s', (raw, code) => {
    expect(told(readRegionCode(raw))).toBe(code);
  });

  it.each(['31.7', '3174030', '3171010001', '31.74.03.4001', '31-74', '31.', '31.74.03.0001', 'DKI', ''])(
    '%j is refused',
    (raw) => {
      expect(told(readRegionCode(raw))).toBe('REGION_SHAPE');
    },
  );

  it('that was retired names its successor, in both languages', () => {
    const read = readRegionCode('91.01');
    expect(told(read)).toBe('REGION_RETIRED');
    expect(read).toMatchObject({
      fault: { words: { id: expect.stringContaining('93.01'), en: expect.stringContaining('93.01') } },
    });
  });

  it('below a retired regency is retired with it', () => {
    expect(told(readRegionCode('9271.03'))).toBe('REGION_SHAPE');
    expect(told(readRegionCode('927103'))).toBe('REGION_RETIRED');
  });
});

describe('the regency inside an NIK', () => {
  const all = Array.from({ length: 10_000 }, (_, n) => `${n}`.padStart(4, '0')).map(
    (digits) => `${digits.slice(0, 2)}.${digits.slice(2)}`,
  );

  it('is one of 514 of today and 26 of old', () => {
    const retired = all.filter((code) => told(readRegionCode(code)) === 'REGION_RETIRED');
    expect(retired).toHaveLength(26);
    expect(retired.every(isKnownRegency)).toBe(true);
    expect(all.filter(isKnownRegency)).toHaveLength(514 + 26);
  });

  it('has a successor that exists for each of the old ones', () => {
    const successors = all.flatMap((code) => {
      const read = readRegionCode(code);
      return 'fault' in read ? (/\d{2}\.\d{2}/.exec(read.fault.words.en)?.[0] ?? []) : [];
    });
    expect(new Set(successors).size).toBe(26);
    expect(successors.every((code) => isKnownRegency(code) && !('fault' in readRegionCode(code)))).toBe(true);
  });
});
