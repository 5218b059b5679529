import { type Config, readConfig } from '../../server/src/config.js';
import type { AltchaNeeds } from '../../server/src/platform/captcha/altcha.js';
import { type Captcha, captchaFor } from '../../server/src/platform/captcha/captcha.js';
import type { Database } from '../../server/src/platform/database/transact.js';
import { Region } from '../../server/src/platform/regions/region.entity.js';
import { REGION_LIST_VERSION } from '../../server/src/platform/regions/region-list.js';
import type { Home } from './database.js';

type Settings = Readonly<Record<string, string>>;

/** ALTCHA at a smaller price; a remote provider at the address of its stand-in. Undefined: as in production. */
export function captchaOf(config: Config, env: Settings, altcha: AltchaNeeds): Captcha | undefined {
  const {
    CAPTCHA_PROVIDER: provider,
    CAPTCHA_SITE_KEY: siteKey = '',
    CAPTCHA_SECRET: secretKey = '',
  } = config;
  if (provider === 'altcha') return captchaFor({ ...altcha, provider });
  const { SITEVERIFY_URL: endpoint } = env;
  if (provider === 'off' || !endpoint) return undefined;
  const hostnames = [new URL(config.publicBaseUrl).hostname];
  return captchaFor({ ...altcha, provider, remote: { siteKey, secretKey, hostnames, endpoint } });
}

/** What a test does not say is as it ships, but for the budgets of a source. */
export function configFor({ url, folder }: Home, env: Settings): Config {
  return readConfig({
    DATA_DIR: folder,
    DATABASE_URL: url.startsWith('sqlite:') ? undefined : url,
    PUBLIC_BASE_URL: 'https://akun.example.com',
    LOG_LEVEL: 'debug',
    // One source asks for everything here; the tests that are about this budget set their own.
    SEND_BUDGET_IP: '100000/1h',
    LOGIN_BUDGET_IP: '100000/10min',
    CASE_BUDGET_IP: '100000/24h',
    FORGOT_BUDGET_IP: '100000/24h',
    LOGIN_SPRAY_LIMIT: '100000/10min',
    ...env,
  });
}

/** A handful instead of 91,592: loading the whole list has its own test. */
export async function someRegions(db: Database): Promise<void> {
  const names: Record<string, string> = {
    '31': 'DKI Jakarta',
    '31.74': 'Kota Administrasi Jakarta Selatan',
    '31.74.03': 'Mampang Prapatan',
    '31.74.03.1001': 'Mampang Prapatan',
    '32': 'Jawa Barat',
    '32.73': 'Kota Bandung',
  };
  const rows = Object.entries(names).map(([code, name]) => {
    const parentCode = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
    return { code, name, parentCode, level: code.split('.').length, listVersion: REGION_LIST_VERSION };
  });
  await db.transact((tx) => tx.insert(Region, rows));
}
