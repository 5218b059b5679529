import { validateSync } from 'class-validator';
import { GraphQLString } from 'graphql';
import { describe, expect, it } from 'vitest';

import { birthDateInNik, type NikHolder, nikWarnings, readNik } from '../../server/src/account/nik.js';
import { Shaped } from '../../server/src/platform/graphql/shaped.js';
import { codesOf, told } from './reading.js';

const today = '2026-11-23';
const warned = (holder: Omit<NikHolder, 'today'>) => codesOf(nikWarnings({ today, ...holder }));

describe('an NIK', () => {
  it.each([
    ['3174034508909901', '3174034508909901'],
    ['32 7301 170385 9902', '3273011703859902'],
    ['5171.0171.1299.9903', '5171017112999903'],
    ['9101012902009905', '9101012902009905'],
    ['３３７４０１１２０７７８９９０６', '3374011207789906'],
    ['7371014106659907', '7371014106659907'],
    ['6171010107909908', '6171010107909908'],
    ['9999990101909909', '9999990101909909'],
    ['\u200b3174-0345\u20110890–9901 ', '3174034508909901'],
  ])('%j is stored as %s', (raw, stored) => {
    expect(told(readNik(raw))).toBe(stored);
  });

  it.each([
    ['317403450890990', 'NIK_SHAPE'],
    ['31740345089099011', 'NIK_SHAPE'],
    ['0174034508909901', 'NIK_SHAPE'],
    ['317403450890990A', 'NIK_SHAPE'],
    ['٣١٧٤٠٣٤٥٠٨٩٠٩٩٠١', 'NIK_SHAPE'],
    ['', 'NIK_SHAPE'],
    ['3174030008909901', 'NIK_DATE_SHAPE'],
    ['3174033208909901', 'NIK_DATE_SHAPE'],
    ['3174034008909901', 'NIK_DATE_SHAPE'],
    ['3174037208909901', 'NIK_DATE_SHAPE'],
    ['3174030513909901', 'NIK_DATE_SHAPE'],
    ['3174030500909901', 'NIK_DATE_SHAPE'],
    ['3174033104909901', 'NIK_DATE_SHAPE'],
    ['3174036902019901', 'NIK_DATE_SHAPE'],
    ['3174034508900000', 'NIK_SERIAL'],
    ['31740345\n08909901', 'CONTROL_CHARACTER'],
  ])('%j is refused as %s', (raw, fault) => {
    expect(told(readNik(raw))).toBe(fault);
  });

  it('is text: a JSON number would have lost its last digit', () => {
    class Holder {
      @Shaped(readNik)
      nik: unknown = 3174034508909901;
    }
    expect(validateSync(new Holder())).toHaveLength(1);
    expect(() => GraphQLString.parseValue(3174034508909901)).toThrow();
    expect(Number('9101012902009905')).toBe(9101012902009904);
  });
});

describe('what an NIK says about its holder', () => {
  it.each<[string, Omit<NikHolder, 'today'>, string[]]>([
    [
      'agrees with a woman born on that day',
      { nik: '3174034508909901', birthDate: '1990-08-05', sex: 'FEMALE' },
      [],
    ],
    ['agrees with a man', { nik: '3273011703859902', birthDate: '1985-03-17', sex: 'MALE' }, []],
    [
      'takes 40 off a day above 40, up to 71',
      { nik: '5171017112999903', birthDate: '1999-12-31', sex: 'FEMALE' },
      [],
    ],
    ['knows the retired code of Papua', { nik: '9101012902009905', birthDate: '2000-02-29' }, []],
    [
      'warns of another birth date',
      { nik: '7371014106659907', birthDate: '1965-06-02' },
      ['BIRTH_DATE_DIFFERS'],
    ],
    ['warns of the other sex', { nik: '6171010107909908', sex: 'FEMALE' }, ['SEX_DIFFERS']],
    ['warns of an unknown region', { nik: '9999990101909909' }, ['REGION_UNKNOWN']],
    ['leaves the district alone', { nik: '3174994508909901' }, []],
    ['asks for the year of birth where no century fits', { nik: '3174034508129901' }, ['BIRTH_YEAR_UNCLEAR']],
    ['does not ask when the date is there', { nik: '3174034508129901', birthDate: '2012-08-05' }, []],
    [
      'warns of everything at once',
      { nik: '9999990101909909', birthDate: '1991-01-01', sex: 'FEMALE' },
      ['REGION_UNKNOWN', 'BIRTH_DATE_DIFFERS', 'SEX_DIFFERS'],
    ],
  ])('%s', (_, holder, codes) => {
    expect(warned(holder)).toEqual(codes);
  });

  it.each([
    ['3174034508909901', '1990-08-05'],
    ['9101012902009905', '2000-02-29'],
    ['3174032311099901', '2009-11-23'], // 17 today
    ['3174032411099901', undefined], // 17 tomorrow
    ['3174032311169901', '1916-11-23'], // 110
    ['3174032311159901', undefined], // 111
  ])('puts %s into the century that makes an adult: %s', (nik, birthDate) => {
    expect(birthDateInNik(nik, today)).toBe(birthDate);
  });
});
