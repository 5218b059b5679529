import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  maskContact,
  maskEmail,
  maskMobile,
  maskNib,
  maskNik,
  maskNpwp,
  maskUsername,
} from '../../server/src/account/contact.js';
import { maskPassport } from '../../server/src/account/passport.js';
import { maskName } from '../../server/src/account/person-name.js';

describe('a mask', () => {
  it.each([
    ['NIK', maskNik('3273011703859902'), '3273••••9902'],
    ['NPWP', maskNpwp('1000000099999991'), '1000••••9991'],
    ['NIB', maskNib('9120999999905'), '9120••••5'],
    ['passport', maskPassport('X9999912'), 'X••••12'],
    ['name', maskName('CONTOH SITI'), 'CONTOH S••••'],
    ['long name', maskName('Siti Contoh Lestari'), 'Siti L••••'],
    ['one-word name', maskName('Sutinah'), 'Sut••••'],
    ['short name', maskName('Ani'), 'A••••'],
    ['one-letter name', maskName('Y'), 'Y••••'],
    ['email', maskEmail('budicontoho@example.com'), 'b•••o@e•••.com'],
    ['four-letter email', maskEmail('budi@example.com'), 'b•••i@e•••.com'],
    ['three-letter email', maskEmail('ani@example.com'), 'a•••@e•••.com'],
    ['one-letter email', maskEmail('a@b.test'), '•••@b•••.test'],
    ['phone', maskMobile('+6286012345778'), '0860••••778'],
    ['short phone', maskMobile('+62860123456'), '0860••••456'],
    ['foreign phone', maskMobile('+61491570006'), '+61••••006'],
    ['phone of the North American plan', maskMobile('+12025550100'), '+1••••100'],
    ['username', maskUsername('budi4k7qd'), 'b••••'],
    ['username of two letters', maskUsername('ab'), '••••'],
  ])('of a %s is %s', (_, mask, expected) => {
    expect(mask).toBe(expected);
  });

  it('of a contact is that of its channel', () => {
    expect(maskContact({ channel: 'EMAIL', value: 'budi@example.com' })).toBe('b•••i@e•••.com');
    expect(maskContact({ channel: 'WHATSAPP', value: '+6286012345678' })).toBe('0860••••678');
  });

  it('never holds the value, and its length does not tell how long that was', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));
    const email = fc.tuple(fc.stringMatching(/^[a-z]{4,60}$/), fc.stringMatching(/^[a-z]{1,60}$/));
    fc.assert(
      fc.property(digits(16), digits(13), email, fc.integer({ min: 7, max: 10 }), (nik, nib, [a, b], n) => {
        const phone = `+6286${'0123456789'.slice(0, n)}`;
        const pairs = [
          [maskNik(nik), nik, 12],
          [maskNib(nib), nib, 9],
          [maskEmail(`${a}@${b}.test`), `${a}@${b}.test`, 15],
          [maskMobile(phone), phone, 11],
          [maskUsername(a), a, 5],
        ] as const;
        for (const [mask, value, length] of pairs) {
          expect(mask).not.toContain(value);
          expect(mask).toHaveLength(length);
        }
      }),
    );
  });
});
