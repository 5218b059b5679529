import type { RegistryField, Sex, Verdict } from './registry.js';

// Invented, all of them, out of the ranges no real number can have (docs/registry-api.md lists them for readers).

export interface SamplePerson {
  readonly nik: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: Sex;
}

export interface SampleCompany {
  readonly registrationNumber: string;
  readonly kind: string;
  readonly name: string;
  readonly responsibleNik: string;
  readonly npwp: string;
}

export const samplePeople: readonly SamplePerson[] = [
  { nik: '3174035203889970', fullName: 'Sutinah', birthDate: '1988-03-12', sex: 'FEMALE' },
  { nik: '3273011703859971', fullName: 'Budi Contoh', birthDate: '1985-03-17', sex: 'MALE' },
  { nik: '5171017112999972', fullName: 'Ni Luh Contoh', birthDate: '1999-12-31', sex: 'FEMALE' },
  // The date inside this NIK is a day off, as after a correction by a court: the registry's date counts.
  { nik: '7371014106659973', fullName: 'Siti Contoh Lestari', birthDate: '1965-06-02', sex: 'FEMALE' },
];

export const sampleCompanies: readonly SampleCompany[] = [
  {
    registrationNumber: 'AHU-9999970.AH.01.01.TAHUN2024',
    kind: 'PT',
    name: 'PT Contoh Maju Bersama',
    responsibleNik: '3174035203889970',
    npwp: '1000000099999970',
  },
  {
    registrationNumber: 'AHU-9999971.AH.01.14.TAHUN2020',
    kind: 'CV',
    name: 'CV Contoh Karya',
    responsibleNik: '3273011703859971',
    npwp: '1000000099999971',
  },
];

/**
 * The answer that a number's last four digits ask for, so that every path can be walked by hand: `…0` unknown,
 * `…1` unavailable, `…2` a mismatch of `field`. Identity and decree numbers use 999x, tax numbers 998x, because a
 * person's tax number is their NIK and each check needs triggers of its own.
 */
export function triggered(number: string, block: '999' | '998', field: RegistryField): Verdict | undefined {
  switch (number.slice(-4)) {
    case `${block}0`:
      return { answer: 'NOT_FOUND' };
    case `${block}1`:
      return { answer: 'UNAVAILABLE' };
    case `${block}2`:
      return { answer: 'MISMATCH', fields: [field] };
    default:
      return undefined;
  }
}
