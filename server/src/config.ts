import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { KeyRing } from './platform/crypto/key-ring.js';
import { readDatabaseUrl } from './platform/database/database-url.js';
import { type Settings, settings } from './settings/settings.js';

const KEY_SETTINGS = ['DATA_KEYS', 'INDEX_KEYS', 'SECRET_KEYS'] as const;
type KeySetting = (typeof KEY_SETTINGS)[number];

export interface Config extends Readonly<Settings> {
  readonly production: boolean;
  /** Whether invented accounts are loaded at the first start. */
  readonly demo: boolean;
  readonly databaseUrl: string;
  readonly publicBaseUrl: string;
  readonly keys: Readonly<Record<KeySetting, KeyRing>>;
}

/** Everything that is wrong with the settings, at once; never a value. */
export class ConfigRefused extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

/** Reads the environment once. Secrets may come from a file: `DATA_KEYS_FILE` names one for `DATA_KEYS`. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = settings.safeParse(withFiles(env));
  if (!read.success) {
    throw new ConfigRefused(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const given = read.data;
  const production = given.NODE_ENV === 'production';
  const faults = [
    ...unfitFaults(given),
    ...(production ? productionFaults(given) : []),
    ...keyFaults(given, production),
  ];
  if (faults.length > 0) throw new ConfigRefused(faults);
  return Object.freeze({
    ...given,
    production,
    demo: given.DEMO ? given.DEMO === 'on' : !production,
    databaseUrl: given.DATABASE_URL ?? `sqlite:${join(given.DATA_DIR, 'akun.db')}`,
    publicBaseUrl: (given.PUBLIC_BASE_URL ?? `http://${given.HOST}:${given.PORT}`).replace(/\/$/, ''),
    keys: Object.freeze(keyRings(given)),
  });
}

function withFiles(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const known = Object.keys(settings.shape);
  const value = (name: string) => {
    const file = env[`${name}_FILE`];
    // An empty value in a compose file means "not set".
    return file ? readFileSync(file, 'utf8').trim() : env[name] || undefined;
  };
  return Object.fromEntries(known.map((name) => [name, value(name)]));
}

function unfitFaults(given: Settings): string[] {
  const { WHATSAPP_TOKEN, WHATSAPP_PHONE_ID, CAPTCHA_PROVIDER, CAPTCHA_SECRET, CAPTCHA_SITE_KEY } = given;
  const remote = CAPTCHA_PROVIDER !== 'altcha' && CAPTCHA_PROVIDER !== 'off';
  return [
    ...(given.DATABASE_URL && !isDatabaseUrl(given.DATABASE_URL)
      ? ['DATABASE_URL: is written like mysql://user:password@host,host:3306/database']
      : []),
    ...(given.OUTBOX_SEND_TIMEOUT_S >= given.OUTBOX_LEASE_S
      ? ['OUTBOX_SEND_TIMEOUT_S: is below OUTBOX_LEASE_S']
      : []),
    ...(WHATSAPP_TOKEN && !WHATSAPP_PHONE_ID ? ['WHATSAPP_PHONE_ID: is needed with WHATSAPP_TOKEN'] : []),
    ...(given.EVIDENCE_BUCKET_URL && !(given.EVIDENCE_BUCKET_KEY_ID && given.EVIDENCE_BUCKET_SECRET)
      ? ['EVIDENCE_BUCKET_KEY_ID, EVIDENCE_BUCKET_SECRET: are needed with EVIDENCE_BUCKET_URL']
      : []),
    ...(remote && !(CAPTCHA_SECRET && CAPTCHA_SITE_KEY)
      ? ['CAPTCHA_SECRET, CAPTCHA_SITE_KEY: are needed']
      : []),
  ];
}

function isDatabaseUrl(url: string): boolean {
  try {
    return readDatabaseUrl(url).database !== '';
  } catch {
    return false;
  }
}

/** R40: what may run on a desk may not run for a nation. */
function productionFaults(given: Settings): string[] {
  const missing = (
    ['PUBLIC_BASE_URL', 'MAIL_URL', 'WHATSAPP_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'] as const
  )
    .filter((name) => !given[name])
    .map((name) => `${name}: is required in production`);
  return [
    ...missing,
    ...(given.CAPTCHA_PROVIDER === 'off' ? ['CAPTCHA_PROVIDER: off is for development'] : []),
    ...(given.EVIDENCE_SCANNER ? [] : ['EVIDENCE_SCANNER: is stated in production, if need be as off']),
    ...(given.DEMO === 'on' ? ['DEMO: demo data is for development'] : []),
    ...(given.PUBLIC_BASE_URL?.startsWith('http:') ? ['PUBLIC_BASE_URL: is https in production'] : []),
    ...(given.MAIL_FROM.includes('localhost') ? ['MAIL_FROM: is required in production'] : []),
  ];
}

function keyRings(given: Settings): Record<KeySetting, KeyRing> {
  const made = KEY_SETTINGS.every((name) => given[name]) ? {} : developmentKeys(given.DATA_DIR);
  const ring = (name: KeySetting) => KeyRing.parse(name, given[name] ?? made[name] ?? '');
  return { DATA_KEYS: ring('DATA_KEYS'), INDEX_KEYS: ring('INDEX_KEYS'), SECRET_KEYS: ring('SECRET_KEYS') };
}

function keyFaults(given: Settings, production: boolean): string[] {
  const values = KEY_SETTINGS.map((name) => given[name]).filter((value) => value !== undefined);
  const twice =
    new Set(values).size < values.length
      ? ['DATA_KEYS, INDEX_KEYS, SECRET_KEYS: differ from each other']
      : [];
  return [...twice, ...KEY_SETTINGS.flatMap((name) => faultOf(name, given, production))];
}

function faultOf(name: KeySetting, given: Settings, production: boolean): string[] {
  const value = given[name];
  if (!value) return production ? [`${name}: is required in production`] : [];
  if (production && value === savedKeys(given.DATA_DIR)[name])
    return [`${name}: a generated development key`];
  try {
    const weak = KeyRing.parse(name, value).all.some(({ secret }) => new Set(secret.export()).size < 8);
    return weak ? [`${name}: looks like a sample, not like 32 random bytes`] : [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function savedKeys(folder: string): Partial<Record<KeySetting, string>> {
  const file = join(folder, 'development-keys.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Made once and kept, so that a restart still reads what the last run wrote. */
function developmentKeys(folder: string): Partial<Record<KeySetting, string>> {
  const saved = savedKeys(folder);
  if (KEY_SETTINGS.every((name) => saved[name])) return saved;
  const made = Object.fromEntries(
    KEY_SETTINGS.map((name) => [name, saved[name] ?? `1:${randomBytes(32).toString('base64')}`]),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'development-keys.json'), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}
