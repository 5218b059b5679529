import { getRegencies } from 'idn-area-data';

import { type Fault, fault, type Parsed, parsed } from '../words/fault.js';
import { readTyped } from '../words/typed-text.js';

const REGION_SHAPE = fault('REGION_SHAPE', {
  id: 'Kode wilayah tidak dikenali. Pilih wilayah dari daftar.',
  en: 'This is not a region code. Choose the region from the list.',
});

/** A sentence without the new code, for those who only know the fault's name. */
export const REGION_RETIRED = fault('REGION_RETIRED', {
  id: 'Kode wilayah ini sudah diganti. Pilih wilayah yang baru dari daftar.',
  en: 'This region code has been replaced. Choose the new region from the list.',
});

/** For an address whose well-formed code the current list does not hold. */
export const REGION_NOT_LISTED = fault('REGION_NOT_LISTED', {
  id: 'Wilayah ini tidak ada dalam daftar. Pilih wilayah dari daftar.',
  en: 'This region is not in the list. Choose the region from the list.',
});

// Regencies that got a new code since 2015, all in Papua; none of the old codes was given out again.
const RETIRED = new Map(
  `91.01>93.01 91.02>95.01 91.04>94.01 91.07>94.02 91.08>94.03 91.09>94.04 91.12>95.02 91.13>95.03 91.14>95.04
   91.16>93.02 91.17>93.03 91.18>93.04 91.21>95.05 91.22>95.06 91.23>95.07 91.24>95.08 91.25>94.05 91.26>94.06
   91.27>94.07 91.28>94.08 92.01>96.01 92.04>96.02 92.05>96.03 92.09>96.04 92.10>96.05 92.71>96.71`
    .split(/\s+/)
    .map((pair) => pair.split('>') as [string, string]),
);

// In memory: a NIK is judged where no database is at hand, and these are some 500 short codes.
const CURRENT = new Set((await getRegencies()).map(({ code }) => code));

/** Today's regencies and cities, and those of old: a NIK keeps the code under which its holder was first registered. */
export const isKnownRegency = (code: string): boolean => CURRENT.has(code) || RETIRED.has(code);

/** The dotted form; undotted 2, 4, 6 or 10 digits are dotted. Says nothing about whether the list holds it. */
export function readRegionCode(raw: string): Parsed<string> {
  const text = readTyped(raw);
  if ('fault' in text) return text;
  const code = dotted(text.value);
  if (!/^\d{2}(\.\d{2}(\.\d{2}(\.[1-3]\d{3})?)?)?$/.test(code)) return { fault: REGION_SHAPE };
  const successor = RETIRED.get(code.slice(0, 5));
  return successor ? { fault: replacedBy(successor) } : parsed(code);
}

const dotted = (code: string): string =>
  /^(\d{2}|\d{4}|\d{6}|\d{10})$/.test(code)
    ? [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6)].filter(Boolean).join('.')
    : code;

const replacedBy = (regency: string): Fault => ({
  code: REGION_RETIRED.code,
  words: {
    id: `Kode wilayah ini sudah diganti; kabupaten/kotanya sekarang ${regency}. Pilih wilayah yang baru dari daftar.`,
    en: `This region code has been replaced; its regency or city is now ${regency}. Choose the new region from the list.`,
  },
});
