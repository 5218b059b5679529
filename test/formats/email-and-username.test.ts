import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readContact, readEmail, readIdentifier } from '../../server/src/account/contact.js';
import { newUsername, readUsername } from '../../server/src/account/username.js';
import { told } from './reading.js';

const at = (length: number) => `${'b'.repeat(length - '@example.com'.length)}@example.com`;

describe('an email address', () => {
  it.each([
    ['budi@example.com', 'budi@example.com', 'budi@example.com'],
    ['Budi.Contoh+oss@Example.COM', 'Budi.Contoh+oss@Example.COM', 'budi.contoh+oss@example.com'],
    [' a@b.test\u200b', 'a@b.test', 'a@b.test'],
    ['ｂｕｄｉ＠example.com', 'budi@example.com', 'budi@example.com'],
    ['budi@contöh.test', 'budi@xn--conth-mua.test', 'budi@xn--conth-mua.test'],
    [at(76), at(76), at(76)],
  ])('%j is stored as %s under the key %s', (raw, stored, key) => {
    expect(readEmail(raw)).toEqual({ value: { stored, key }, warnings: [] });
  });

  it.each([
    'budi@',
    '@example.com',
    'budi@localhost',
    'a b@example.com',
    'josé@example.com',
    'a@b@example.com',
    'a@example.com@b.test',
    'budi@example..com',
    'budi@-example.com',
    'budi@example.com.',
    'budi@192.0.2.1',
    'budi@exa%6dple.com',
    '.budi@example.com',
    'bu..di@example.com',
    'budi,siti@example.com',
    '"budi"@example.com',
    'Budi <budi@example.com>',
    at(77),
    `budi@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.com`,
    '',
  ])('%j is refused', (raw) => {
    expect(told(readEmail(raw))).toBe('EMAIL_SHAPE');
  });

  it('with a second line inside is refused', () => {
    expect(told(readEmail('budi@example.com\r\nBcc: siti@example.com'))).toBe('CONTROL_CHARACTER');
  });
});

describe('a contact', () => {
  const here = { countries: ['62'] };
  it('keeps what messages go to apart from what is compared', () => {
    expect(readContact('EMAIL', 'Budi@Example.com', here)).toMatchObject({
      value: { channel: 'EMAIL', value: 'Budi@Example.com', key: 'budi@example.com' },
    });
    expect(readContact('WHATSAPP', '0860 1234 5678', here)).toMatchObject({
      value: { channel: 'WHATSAPP', value: '+6286012345678', key: '+6286012345678' },
    });
  });

  it('is read by the rule of its channel only', () => {
    expect(told(readContact('EMAIL', '0860 1234 5678', here))).toBe('EMAIL_SHAPE');
    expect(told(readContact('WHATSAPP', 'budi@example.com', here))).toBe('PHONE_SHAPE');
  });
});

describe('what somebody logs in with', () => {
  it.each([
    ['sutinah4k7qd', 'USERNAME', 'sutinah4k7qd'],
    [' Sutinah4K7QD ', 'USERNAME', 'sutinah4k7qd'],
    ['Budi@Example.COM', 'EMAIL', 'budi@example.com'],
    ['budi@localhost', 'EMAIL', 'budi@localhost'],
    ['0860-1234-5678', 'PHONE', '+6286012345678'],
    ['+62 860 1234 5678', 'PHONE', '+6286012345678'],
    ['+61 491 570 006', 'PHONE', '+61491570006'],
    ['3174034508909901', 'PHONE', '3174034508909901'],
    ["' OR 1=1 --", 'USERNAME', "' or 1=1 --"],
    ['', 'USERNAME', ''],
  ])('%j is looked up as %s %s', (raw, kind, key) => {
    expect(readIdentifier(raw)).toEqual({ value: { kind, key }, warnings: [] });
  });

  it('is refused only when too long or holding control characters', () => {
    expect(told(readIdentifier('a'.repeat(255)))).toBe('IDENTIFIER_LENGTH');
    expect(told(readIdentifier('\ufdfa'.repeat(254)))).toBe('IDENTIFIER_LENGTH'); // 18 letters each once normalised
    expect(told(readIdentifier('bu\ndi'))).toBe('CONTROL_CHARACTER');
    expect(readIdentifier('a'.repeat(254))).toHaveProperty('value');
  });

  it('never makes the reader fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 254 }), (raw) => {
        const read = readIdentifier(raw);
        if ('fault' in read) return /^(CONTROL_CHARACTER|IDENTIFIER_LENGTH)$/.test(read.fault.code);
        return read.value.key.length <= 254;
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a username', () => {
  it.each(['sutinah4k7qd', 'contoh9x2m1a'])('%s is one', (raw) => {
    expect(told(readUsername(raw))).toBe(raw);
  });

  it.each(['0860123456', 'a@b', 'Siti', 'abc', 'siti contoh', 'a'.repeat(21), ''])('%j is none', (raw) => {
    expect(told(readUsername(raw))).toBe('USERNAME_SHAPE');
  });

  it.each([
    ['Sutinah', /^sutinah.{5}$/],
    ['Siti Contoh Lestari', /^siti.{5}$/],
    ['I Gede Contoh Wirawan', /^i.{5}$/],
    ["Nur'aini Contoh", /^nuraini.{5}$/],
    ['Éva Contoh', /^eva.{5}$/],
    ['Contohcontohcontoh', /^contohcont.{5}$/],
    ['3174034508909901 Contoh', /^contoh.{5}$/],
    ['例', /^akun.{5}$/],
    ['', /^akun.{5}$/],
  ])('made for %j starts readably', (name, pattern) => {
    expect(newUsername(name)).toMatch(pattern);
  });

  it('made for any name fits the pattern and holds no look-alikes behind the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const username = newUsername(name);
        expect(told(readUsername(username))).toBe(username);
        expect(username.slice(-5)).toMatch(/^[^aeiouyl01]{5}$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is hardly ever made twice', () => {
    const made = Array.from({ length: 500 }, () => newUsername('Sutinah'));
    expect(new Set(made).size).toBeGreaterThan(497);
  });
});
