import { describe, expect, it } from 'vitest';

import {
  type Registered,
  readLegalBasis,
  readRegistrationNumber,
} from '../../server/src/account/registration-number.js';

function told(raw: string, kind: Registered['kind'] = 'PT'): string {
  const read = readRegistrationNumber(raw, { kind, today: '2026-11-23' });
  if ('fault' in read) return read.fault.code;
  return [read.value.basis, read.value.number, ...read.warnings.map(({ code }) => code)].join(' | ');
}

describe('an AHU decree number', () => {
  it.each<[string, Registered['kind'], string]>([
    ['AHU-9999901.AH.01.01.TAHUN 2025', 'PT', 'AHU-9999901.AH.01.01.TAHUN2025'],
    ['AHU-9999902.AH.01.14.Tahun 2020', 'CV', 'AHU-9999902.AH.01.14.TAHUN2020'],
    ['AHU-999903.AH.01.30. Tahun 2025', 'PT_PERORANGAN', 'AHU-999903.AH.01.30.TAHUN2025'],
    ['AHU-A999904.AH.01.30.Tahun 2026', 'PT_PERORANGAN', 'AHU-A999904.AH.01.30.TAHUN2026'],
    ['ahu-9999905.ah.01.01.tahun 2024', 'PT', 'AHU-9999905.AH.01.01.TAHUN2024'],
    ['AHU-9999906.AH.01.01 2023', 'PT', 'AHU-9999906.AH.01.012023'],
    ['AHU-9999907-AH.01.01.TAHUN2022', 'PT', 'AHU-9999907-AH.01.01.TAHUN2022'],
    ['AHU9999908.AH.01.01.TAHUN 2021', 'PT', 'AHU9999908.AH.01.01.TAHUN2021'],
    ['AHU-99909.AH.02.01.TAHUN 2020', 'PT', 'AHU-99909.AH.02.01.TAHUN2020 | AHU_NOT_ENTITY'],
    ['AHU-9999901.AH.01.01.TAHUN 2025', 'CV', 'AHU-9999901.AH.01.01.TAHUN2025 | AHU_KIND_DIFFERS'],
    ['AHU-9999901.AH.01.26.TAHUN 2025', 'KOPERASI', 'AHU-9999901.AH.01.26.TAHUN2025'],
    ['AHU-9999901.AH.01.01.TAHUN 2027', 'PT', 'AHU-9999901.AH.01.01.TAHUN2027 | AHU_YEAR_FUTURE'],
  ])('%j of a %s is stored as %s', (raw, kind, stored) => {
    expect(told(raw, kind)).toBe(`AHU_DECREE | ${stored}`);
  });

  it.each([
    '9999901.AH.01.01.TAHUN 2025',
    'AHU-999.AH.01.01.TAHUN 2025',
    'AHU-99999001.AH.01.01.TAHUN 2025',
    'AHU-9999901.AH.01.01.TAHUN 25',
    'AHU-9999901.01.01.TAHUN 2025',
    'AHU-AB99904.AH.01.30.TAHUN 2026',
    'AHU-9999901.AH.1.1.TAHUN 2025',
    'AHU-9999901.AH.01.01',
    'SK AHU-9999901.AH.01.01.TAHUN 2025',
  ])('%j is refused', (raw) => {
    expect(told(raw)).toBe('AHU_SHAPE');
  });

  it('keeps what was typed beside what is compared', () => {
    const read = readRegistrationNumber(' ahu-9999905.ah.01.01.tahun 2024', {
      kind: 'PT',
      today: '2026-11-23',
    });
    expect(read).toMatchObject({ value: { original: 'ahu-9999905.ah.01.01.tahun 2024' } });
  });
});

describe('another legal basis', () => {
  it('is free text: a regulation for a state body, an old decree for others', () => {
    expect(told('Perda Contoh Nomor 9999 Tahun 2019', 'PERUM')).toBe(
      'LAW_OR_REGULATION | Perda Contoh Nomor 9999 Tahun 2019',
    );
    expect(told('C2-9999   HT.01.01.TH.99')).toBe('OTHER_DECREE | C2-9999 HT.01.01.TH.99');
  });

  it('has 1 to 100 characters on one line', () => {
    expect(readLegalBasis('9'.repeat(100))).toHaveProperty('value');
    expect(told('9'.repeat(101))).toBe('LEGAL_BASIS_LENGTH');
    expect(told('  ')).toBe('LEGAL_BASIS_LENGTH');
    expect(told('a\nb')).toBe('CONTROL_CHARACTER');
  });
});
