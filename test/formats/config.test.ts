import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ConfigRefused, readConfig } from '../../server/src/config.js';

const folder = () => mkdtempSync(join(tmpdir(), 'akun-config-'));
const key = () => `1:${randomBytes(32).toString('base64')}`;
const production = () => ({
  NODE_ENV: 'production',
  DATA_DIR: folder(),
  PUBLIC_BASE_URL: 'https://akun.example.com',
  MAIL_URL: 'smtps://pos:rahasia-pos@mail.example.com',
  MAIL_FROM: 'Akun OSS <no-reply@example.com>',
  WHATSAPP_TOKEN: 'token-wa',
  WHATSAPP_PHONE_ID: '1234',
  WHATSAPP_APP_SECRET: 'rahasia-wa',
  WHATSAPP_VERIFY_TOKEN: 'uji-wa',
  EVIDENCE_SCANNER: 'clamd://pemindai.example.com:3310',
  DATA_KEYS: key(),
  INDEX_KEYS: key(),
  SECRET_KEYS: key(),
});

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigRefused) return error.faults;
    throw error;
  }
}

const settingsIn = (faults: readonly string[]) =>
  faults.flatMap((fault) => fault.match(/[A-Z][A-Z_0-9]{3,}/g) ?? []);

describe('production', () => {
  it('starts with real keys, https and real providers', () => {
    expect(faultsOf(production())).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    const named = settingsIn(faultsOf({ NODE_ENV: 'production', DATA_DIR: folder() }));
    const needed = [
      'PUBLIC_BASE_URL',
      'MAIL_URL',
      'MAIL_FROM',
      'WHATSAPP_TOKEN',
      'EVIDENCE_SCANNER',
      'DATA_KEYS',
      'INDEX_KEYS',
      'SECRET_KEYS',
    ];
    expect(named).toEqual(expect.arrayContaining(needed));
  });

  it.each([
    ['CAPTCHA_PROVIDER', { CAPTCHA_PROVIDER: 'off' }],
    ['DEMO', { DEMO: 'on' }],
    ['PUBLIC_BASE_URL', { PUBLIC_BASE_URL: 'http://akun.example.com' }],
    ['DATA_KEYS', { DATA_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}` }],
    ['INDEX_KEYS', { INDEX_KEYS: '1:pendek' }],
  ])('refuses a %s fit for a desk only', (setting, wrong) => {
    expect(settingsIn(faultsOf({ ...production(), ...wrong }))).toContain(setting);
  });

  it('refuses one key for two purposes, and keys that were generated for development', () => {
    const env = production();
    expect(settingsIn(faultsOf({ ...env, INDEX_KEYS: env.DATA_KEYS }))).toContain('DATA_KEYS');
    const saved = { DATA_KEYS: env.DATA_KEYS };
    writeFileSync(join(env.DATA_DIR, 'development-keys.json'), JSON.stringify(saved));
    expect(settingsIn(faultsOf(env))).toContain('DATA_KEYS');
  });

  it('never repeats a value', () => {
    const wrong = {
      ...production(),
      DATA_KEYS: '1:bocor-sekali',
      DATABASE_URL: 'postgres://bocor:bocor@db/akun',
    };
    expect(faultsOf(wrong).length).toBeGreaterThan(1);
    expect(faultsOf(wrong).join('\n')).not.toContain('bocor');
  });
});

describe('a setting', () => {
  it.each([
    ['CODE_DIGITS', '5'],
    ['CODE_TTL_MIN', '11'],
    ['LINK_TOKEN_BYTES', '8'],
    ['ARGON2', 'm=4096,t=1,p=1'],
    ['LOGIN_FAILURES_CAP', '101'],
    ['SEND_BUDGET_DESTINATION', 'sering'],
    ['PORT', 'delapan'],
  ])('%s is refused below what the standards ask, or unreadable: %s', (setting, value) => {
    expect(settingsIn(faultsOf({ DATA_DIR: folder(), [setting]: value }))).toContain(setting);
  });

  it('may come from a file, and an empty one is as good as none', () => {
    const home = folder();
    writeFileSync(join(home, 'port'), '4123\n');
    expect(readConfig({ DATA_DIR: home, PORT_FILE: join(home, 'port'), MAIL_URL: '' })).toMatchObject({
      PORT: 4123,
      production: false,
      demo: true,
    });
  });

  it('keeps the keys it made for development from one start to the next', () => {
    const env = { DATA_DIR: folder() };
    const [first, second] = [readConfig(env), readConfig(env)];
    expect(second.keys.DATA_KEYS.newest.secret.equals(first.keys.DATA_KEYS.newest.secret)).toBe(true);
  });
});
