import { describe, expect, it } from 'vitest';

import { commonPasswords, isCommonPassword } from '../../server/src/account/common-passwords.js';
import { PasswordPolicy } from '../../server/src/account/password-policy.js';

const oss = new PasswordPolicy('oss');
const nist = new PasswordPolicy('nist');
const nobody = { words: [] };
const siti = {
  words: [
    '3174034508909901',
    'Siti Nur’aini Lestari',
    'sitinur4k7qd',
    'aini.dagang+oss@example.com',
    '+6286012345678',
  ],
};

describe('the oss policy', () => {
  it.each(['Kopi-Tubruk-88-pagi', 'Tropis!Hujan88', 'abcdefg7 x', '🌴palem77', 'Ñandú-2031', 'пароль-77x'])(
    'accepts %s',
    (password) => {
      expect(oss.check(password, siti)).toEqual([]);
    },
  );

  it.each([
    ['short!1', ['TOO_SHORT']],
    ['12345678-', ['NEEDS_LETTER']],
    ['kopi-tubruk', ['NEEDS_DIGIT']],
    ['kopitubruk8', ['NEEDS_SPECIAL']],
    ['', ['TOO_SHORT', 'NEEDS_LETTER', 'NEEDS_DIGIT', 'NEEDS_SPECIAL']],
    ['hujan', ['TOO_SHORT', 'NEEDS_DIGIT', 'NEEDS_SPECIAL', 'COMMON']],
  ])('names every rule that %j breaks, at once', (password, reasons) => {
    expect(oss.check(password, nobody).sort()).toEqual([...reasons].sort());
  });

  it('counts characters as people do, up to 128', () => {
    const palms = '🌴'.repeat(126);
    expect(oss.check(`a1${palms}`, nobody)).toEqual([]);
    expect(oss.check(`a12${palms}`, nobody)).toEqual(['TOO_LONG']);
  });
});

describe('the nist policy', () => {
  it('accepts a long phrase in small letters, and asks for no kind of character', () => {
    expect(nist.check('kopi tubruk di pagi hari', nobody)).toEqual([]);
    expect(nist.check('Kopi-Tubruk-8!', nobody)).toEqual(['TOO_SHORT']);
  });

  it('publishes other rules than oss, and neither speaks of age', () => {
    expect(nist).toMatchObject({ name: 'nist', minLength: 15, maxLength: 128 });
    expect(nist.rules).toEqual(['TOO_SHORT', 'TOO_LONG', 'COMMON', 'CONTAINS_PERSONAL_DATA']);
    expect(oss.rules).toEqual(expect.arrayContaining(['NEEDS_LETTER', 'NEEDS_DIGIT', 'NEEDS_SPECIAL']));
  });
});

describe('the list of common passwords', () => {
  it.each([oss, nist])('holds at least 3,000 that fit the policy $name but for being common', (policy) => {
    const fitting = new Set<string>();
    for (const password of commonPasswords()) {
      if (policy.check(password, nobody).join() === 'COMMON') fitting.add(password);
      if (fitting.size > 3000) break;
    }
    expect(fitting.size).toBeGreaterThan(3000);
  });

  it('is refused entry by entry', () => {
    const missed: string[] = [];
    for (const password of commonPasswords()) if (!isCommonPassword(password)) missed.push(password);
    expect(missed).toEqual([]);
  });

  it.each([
    'Password123!',
    'P@ssw0rd',
    'INDONESIA#2026',
    'Bismillah_99',
    'qwerty123!',
    'Sayangku@1',
    '1Q2w3e4r!',
    'rahasia',
  ])('knows %s in capitals and small letters', (password) => {
    expect(oss.check(password, nobody)).toContain('COMMON');
  });

  it.each(['Rahasia 71 kucing!', 'password-manager-77x', 'Merdeka!Kopi!19', 'sayangilah bumi 5'])(
    'compares whole passwords, so %s passes',
    (password) => {
      expect(oss.check(password, nobody)).toEqual([]);
    },
  );
});

describe('what others know of a person', () => {
  it.each([
    'OSS-NIB-2026!',
    'Siti12345!',
    'lestari.siti.99',
    'S1t1!Lest@r1',
    'Aini+Dagang_77',
    'sitinur4k7qd!',
    '#3174034508909901oss',
    'nuraini-8601-nib',
    'SITILESTARI*1',
  ])('does not carry the password %s', (password) => {
    expect(oss.check(password, siti)).toEqual(['CONTAINS_PERSONAL_DATA']);
  });

  it.each(['3174034508909901!', '0860-1234-5678 oss', '+6286012345678...'])(
    'covers numbers alone: %s',
    (password) => {
      expect(nist.check(password, siti)).toContain('CONTAINS_PERSONAL_DATA');
    },
  );

  it.each(['Siti-menanam-88', 'lestarikan#1hutan', 'boss-nibble-7', 'Dagang!Tempe12'])(
    'may stand in %s, where something else carries it',
    (password) => {
      expect(oss.check(password, siti)).toEqual([]);
    },
  );

  it('is recognised without its accents and in full-width letters', () => {
    for (const password of ['Jose-2031', 'JOSÉ_12345', 'ｊｏｓｅ-12345']) {
      expect(oss.check(password, { words: ['José'] })).toEqual(['CONTAINS_PERSONAL_DATA']);
    }
  });

  it('finds a name inside another one', () => {
    expect(oss.check('budimanbudi-1', { words: ['Budi', 'Budiman'] })).toEqual(['CONTAINS_PERSONAL_DATA']);
  });

  it('answers at once for the longest password and many overlapping words', () => {
    const words = Array.from({ length: 40 }, (_, length) => 'a'.repeat(length + 1));
    expect(oss.check(`${'a1'.repeat(63)}!z`, { words })).toEqual([]);
  });
});
