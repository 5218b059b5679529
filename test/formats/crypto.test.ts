import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import { BlindIndex } from '../../server/src/platform/crypto/blind-index.js';
import { KeyRing } from '../../server/src/platform/crypto/key-ring.js';
import { newCode, newToken } from '../../server/src/platform/crypto/random-token.js';
import { Seal } from '../../server/src/platform/crypto/seal.js';
import { SecretHash } from '../../server/src/platform/crypto/secret-hash.js';

const base64 = () => randomBytes(32).toString('base64');
const first = `1:${base64()}`;
const old = KeyRing.parse('DATA_KEYS', first);
const rotated = KeyRing.parse('DATA_KEYS', `${first}, 12:${base64()}, 9:${base64()}`);
const NIK = '3174034508909901';

describe('a key ring', () => {
  it('makes new values with the highest number, compared as a number', () => {
    expect(rotated.newest.id).toBe(12);
    expect(rotated.all.map(({ id }) => id)).toEqual([12, 9, 1]);
  });

  it.each([
    ['nothing', ''],
    ['a key without its number', base64()],
    ['31 bytes', `1:${randomBytes(31).toString('base64')}`],
    ['one number twice', `1:${base64()},1:${base64()}`],
    ['number zero', `0:${base64()}`],
    ['letters that are no base64', `1:${'ü'.repeat(43)}=`],
  ])('refuses %s and says where, never what', (_case, text) => {
    const faultOf = () => KeyRing.parse('INDEX_KEYS', text);
    expect(faultOf).toThrow('INDEX_KEYS');
    const secrets = text.split(/[:,]/).filter((part) => part.length > 4);
    for (const secret of secrets) expect(faultOf).not.toThrow(secret);
  });

  it('shows no key when it is printed', () => {
    const bytes = Buffer.from(first.slice(2), 'base64');
    for (const trace of [bytes.toString('hex'), bytes.toString('base64'), inspect(bytes).slice(8, -1)]) {
      expect(inspect(old, { depth: 9, showHidden: true }) + JSON.stringify(old)).not.toContain(trace);
    }
  });
});

describe('a sealed value', () => {
  const seal = new Seal(old);
  const sealed = seal.close(NIK, 'accounts.nik:a');

  it.each(['', NIK, 'Ibu Sutinah 🌴', 'x'.repeat(10_000)])('opens in its own place', (text) => {
    expect(seal.open(seal.close(text, 'accounts.nik:a'), 'accounts.nik:a')).toBe(text);
  });

  it('never looks the same twice', () => {
    expect(seal.close(NIK, 'accounts.nik:a')).not.toBe(sealed);
  });

  it('does not open in another record or field', () => {
    for (const place of ['accounts.nik:b', 'accounts.npwp:a', '']) {
      expect(() => seal.open(sealed, place)).toThrow('does not open');
    }
  });

  it('still opens after a rotation, and is then made with the new key', () => {
    expect(new Seal(rotated).open(sealed, 'accounts.nik:a')).toBe(NIK);
    expect(new Seal(rotated).close(NIK, 'accounts.nik:a')).toMatch(/^12\./);
  });

  it.each([
    ['cut short', sealed.slice(0, -2)],
    [
      'with a shortened tag',
      sealed
        .split('.')
        .map((part, at) => (at === 2 ? part.slice(0, 6) : part))
        .join('.'),
    ],
    ['under the number of another key', sealed.replace(/^1/, '9')],
    ['under an unknown key', sealed.replace(/^1/, '77')],
    [
      'with one bit changed',
      sealed.replace(/\.(.)([^.]*)$/, (_all, char, rest) => `.${char === 'A' ? 'B' : 'A'}${rest}`),
    ],
    ['that was never sealed', NIK],
  ])('%s fails with one and the same silent error', (_case, damaged) => {
    expect(() => new Seal(rotated).open(damaged, 'accounts.nik:a')).toThrow(
      /^A sealed value does not open with DATA_KEYS\.$/,
    );
  });
});

describe('a blind index', () => {
  it('finds a value again, by kind, without showing it', () => {
    const index = new BlindIndex(old);
    expect(index.of('nik', NIK)).toBe(index.of('nik', NIK));
    expect(index.of('nik', NIK)).not.toBe(index.of('npwp', NIK));
    expect(index.of('nik', NIK)).toMatch(/^1\.[0-9a-f]{64}$/);
  });

  it('finds old rows while keys are changed', () => {
    const stored = new BlindIndex(old).of('nik', NIK);
    const index = new BlindIndex(rotated);
    expect(index.all('nik', NIK)).toContain(stored);
    expect(index.all('nik', NIK)[0]).toBe(index.of('nik', NIK));
  });
});

describe('the hash of a secret', () => {
  it('matches its own secret and purpose only', () => {
    const secrets = new SecretHash(old);
    const stored = secrets.of('ACTIVATION', '004211');
    expect(secrets.matches('ACTIVATION', '004211', stored)).toBe(true);
    expect(secrets.matches('ACTIVATION', '004212', stored)).toBe(false);
    expect(secrets.matches('PASSWORD_RESET', '004211', stored)).toBe(false);
    for (const odd of ['', '1', '1.', stored.slice(0, -1), `${stored}0`, stored.replace('1.', '5.')]) {
      expect(secrets.matches('ACTIVATION', '004211', odd)).toBe(false);
    }
  });

  it('keeps links open that were sent before a rotation', () => {
    const stored = new SecretHash(old).of('ACTIVATION', 'token');
    expect(new SecretHash(rotated).matches('ACTIVATION', 'token', stored)).toBe(true);
    expect(new SecretHash(rotated).all('ACTIVATION', 'token')).toContain(stored);
  });

  it('is not the blind index of the same value under the same key', () => {
    expect(new SecretHash(old).of('nik', NIK)).not.toBe(new BlindIndex(old).of('nik', NIK));
  });
});

describe('a random secret', () => {
  it('has every digit equally often in every place, also a leading zero (R11)', () => {
    const codes = Array.from({ length: 60_000 }, () => newCode(6));
    const counts = Array.from({ length: 6 }, (_, place) =>
      Array.from({ length: 10 }, (_, digit) => codes.filter((code) => code[place] === `${digit}`).length),
    );
    // Chi-square with 9 degrees of freedom: 45 is passed by chance once in a million places.
    const strays = counts.map((place) => place.reduce((sum, count) => sum + (count - 6000) ** 2 / 6000, 0));
    expect(Math.max(...strays)).toBeLessThan(45);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  });

  it('fits into an address and has 256 bits', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(newToken(16), 'base64url')).toHaveLength(16);
  });
});
