import { describe, expect, it } from 'vitest';

import { isNitku, readNpwp, readPersonalNpwp } from '../../server/src/account/npwp.js';
import { told } from './reading.js';

describe('the NPWP of an entity', () => {
  it.each([
    ['02.999.901.8-000.000', '0029999018000000'],
    ['319999058000000', '0319999058000000'],
    ['0039999032000000', '0039999032000000'],
    ['1000000099999991', '1000000099999991'],
    ['1000 0000 9999 9902', '1000000099999902'],
    ['02/999/901/8/000/000', '0029999018000000'],
    ['02.999.902.6-000.001', '0029999026000001 NPWP_BRANCH'],
    ['02.999.901.7-000.000', '0029999017000000 NPWP_CHECK_DIGIT'],
    ['3174034508909901', '3174034508909901 NPWP_LOOKS_LIKE_NIK'],
  ])('%j is stored as %s', (raw, stored) => {
    expect(told(readNpwp(raw))).toBe(stored);
  });

  it.each([
    ['02999901800000', 'NPWP_SHAPE'],
    ['10000000999999911', 'NPWP_SHAPE'],
    ['02.999.901.X-000.000', 'NPWP_SHAPE'],
    ['000000000000000', 'NPWP_SHAPE'],
    ['1111111111111111', 'NPWP_SHAPE'],
    ['', 'NPWP_SHAPE'],
    ['1000000099999991000001', 'NPWP_IS_NITKU'],
    ['1000000099999991\t', '1000000099999991'],
    ['10000000\t99999991', 'CONTROL_CHARACTER'],
  ])('%j is answered with %s', (raw, answer) => {
    expect(told(readNpwp(raw))).toBe(answer);
  });
});

describe('the NPWP of a person', () => {
  const nik = '3174034508909901';
  it.each([
    ['3174034508909901', '3174034508909901'],
    ['09.999.904.7-000.000', '0099999047000000 NPWP_OLD_PERSONAL'],
    ['09.999.904.6-000.000', '0099999046000000 NPWP_OLD_PERSONAL NPWP_CHECK_DIGIT'],
    ['1000000099999991', 'NPWP_NOT_NIK'],
    ['3174034508909902', 'NPWP_NOT_NIK'],
    ['3174034508909901000000', 'NPWP_IS_NITKU'],
    ['317403450890990', '0317403450890990 NPWP_OLD_PERSONAL NPWP_CHECK_DIGIT NPWP_BRANCH'],
  ])('%j is answered with %s', (raw, answer) => {
    expect(told(readPersonalNpwp(raw, nik))).toBe(answer);
  });
});

describe('a place-of-business number', () => {
  it.each([
    '1000000099999991000000',
    '1000000099999991000001',
    '1000 0000 9999 9902 000012',
    '0029999018000000000000',
    '0039999032000000000003',
    '3174034508909901000000',
  ])('%j is recognised', (raw) => {
    expect(isNitku(raw)).toBe(true);
  });

  it.each([
    '100000009999999100000',
    '10000000999999910000001',
    '029999018000000000001',
    '100000009999999100000A',
    '1000000099999991',
    '0'.repeat(22),
  ])('%j is none', (raw) => {
    expect(isNitku(raw)).toBe(false);
  });
});
