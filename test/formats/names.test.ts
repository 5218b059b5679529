import { describe, expect, it } from 'vitest';

import { readEntityName, readPersonName, similarity } from '../../server/src/account/person-name.js';
import { told } from './reading.js';

const long = `Contoh ${'a'.repeat(54)}`;

describe("a person's name", () => {
  it.each([
    ['Sutinah', 'Sutinah'],
    ['Siti Contoh Lestari', 'Siti Contoh Lestari'],
    ['  siti   contoh ', 'siti contoh'],
    ['I Gede Contoh Wirawan', 'I Gede Contoh Wirawan'],
    ['Moh. Contoh', 'Moh. Contoh'],
    ['Nur’aini Contoh', "Nur'aini Contoh"],
    ['Contoh Wijaya, S.E.', 'Contoh Wijaya, S.E.'],
    ['Y', 'Y'],
    ['Jose\u0301 Contoh', 'José Contoh'],
    ['Contoh\u200b Wijaya', 'Contoh Wijaya'],
    [long, `${long} NAME_LONG`],
    ['Contoh 2', 'Contoh 2 NAME_UNUSUAL'],
    ['=Contoh()', '=Contoh() NAME_UNUSUAL'],
  ])('%j is stored as %j', (raw, stored) => {
    expect(told(readPersonName(raw))).toBe(stored);
  });

  it.each([
    ['', 'NAME_LENGTH'],
    ['   ', 'NAME_LENGTH'],
    ['\u200b', 'NAME_LENGTH'],
    ['C'.repeat(101), 'NAME_LENGTH'],
    ['12345', 'NAME_LETTER'],
    ['...', 'NAME_LETTER'],
    ['Siti\r\nBcc: a@example.com', 'NAME_CONTROL'],
    ['Siti\u202eContoh', 'NAME_CONTROL'],
    ['Siti\u2066Contoh', 'NAME_CONTROL'],
    ['Siti\u2028Contoh', 'NAME_CONTROL'],
    ['Siti\ud800', 'NAME_CONTROL'],
  ])('%j is refused as %s', (raw, fault) => {
    expect(told(readPersonName(raw))).toBe(fault);
  });

  it('counts characters, not halves of them', () => {
    expect(readPersonName('𝒞'.repeat(100))).toHaveProperty('value');
  });
});

describe('the name of an entity', () => {
  it.each([
    ['PT 3 Contoh & Rekan', 'PT 3 Contoh & Rekan'],
    ['99', '99'],
    ['C'.repeat(150), 'C'.repeat(150)],
    ['C'.repeat(151), 'NAME_LENGTH'],
    ['&', 'NAME_LETTER'],
    ['PT Contoh\nBcc', 'NAME_CONTROL'],
  ])('%j is answered with %j', (raw, answer) => {
    expect(told(readEntityName(raw))).toBe(answer);
  });
});

describe('two spellings of a name', () => {
  it.each([
    ['Siti Contoh', 'SITI  CONTOH', 'SAME'],
    ['Moh. Contoh', 'Moh Contoh', 'SAME'],
    ['Contoh Wijaya, S.E.', 'CONTOH WIJAYA SE', 'SAME'],
    ['Nur’aini', "NUR'AINI", 'SAME'],
    ['Ｓｉｔｉ', 'Siti', 'SAME'],
    ['Siti Contoh', 'Sity Contoh', 'SIMILAR'],
    ['Siti Contoh', 'Siti Conto', 'SIMILAR'],
    ['Siti Contoh', 'Sitti Contohh', 'SIMILAR'],
    ['Siti Contoh', 'Sittti Contohh', 'DIFFERENT'],
    ['Siti Contoh', 'Budi Contoh', 'DIFFERENT'],
    ['Siti', '', 'DIFFERENT'],
  ] as const)('%j and %j are %s, either way round', (a, b, verdict) => {
    expect([similarity(a, b), similarity(b, a)]).toEqual([verdict, verdict]);
  });
});
