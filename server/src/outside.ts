import { join } from 'node:path';

import type { Logger } from 'pino';

import type { Config } from './config.js';
import { type Captcha, captchaFor } from './platform/captcha/captcha.js';
import { type Now, SECOND_MS } from './platform/clock.js';
import type { Database } from './platform/database/transact.js';
import { devInbox } from './platform/delivery/dev-inbox.js';
import { openSmtp } from './platform/delivery/send-email.js';
import { cloudApi } from './platform/delivery/send-whatsapp.js';
import { BucketStore } from './platform/files/bucket-store.js';
import { clamd } from './platform/files/clamd.js';
import type { FileStore } from './platform/files/file-store.js';
import { FolderStore } from './platform/files/folder-store.js';
import { type Scan, scanNothing } from './platform/files/scan-files.js';
import type { Message, Send } from './platform/outbox/message.js';
import { HttpRegistry } from './platform/registry/http-registry.js';
import { LocalRegistry } from './platform/registry/local-registry.js';
import type { Registry } from './platform/registry/registry.js';

export interface Outside {
  readonly captcha: Captcha;
  readonly registry: Registry;
  readonly send: Readonly<Record<Message['channel'], Send>>;
  readonly files: FileStore;
  readonly scan: Scan;
  readonly close: () => void;
}

/** The world the settings name: captcha, registries, mail, WhatsApp, files and their scanner. What is not named is the development stand-in. */
export function outside(config: Config, db: Database, now: Now, log: Logger): Outside {
  const smtp = config.MAIL_URL
    ? openSmtp({
        url: config.MAIL_URL,
        from: config.MAIL_FROM,
        timeoutMs: config.OUTBOX_SEND_TIMEOUT_S * SECOND_MS,
      })
    : undefined;
  const inbox = devInbox(db, now);
  return {
    captcha: captchaOf(config, db, now, log),
    registry: registryOf(config, now, log),
    send: { EMAIL: smtp?.send ?? inbox, WHATSAPP: whatsAppOf(config, now) ?? inbox },
    files: filesOf(config),
    scan: scanOf(config),
    close: () => smtp?.close(),
  };
}

function whatsAppOf(config: Config, now: Now): Send | undefined {
  const { WHATSAPP_TOKEN: accessToken, WHATSAPP_PHONE_ID: phoneNumberId, WHATSAPP_API_URL: apiUrl } = config;
  if (!accessToken || !phoneNumberId) return undefined;
  return cloudApi({
    phoneNumberId,
    accessToken,
    now,
    apiUrl,
    timeoutMs: config.OUTBOX_SEND_TIMEOUT_S * SECOND_MS,
    receipts: Boolean(config.WHATSAPP_APP_SECRET && config.WHATSAPP_VERIFY_TOKEN),
  });
}

function captchaOf(config: Config, db: Database, now: Now, log: Logger): Captcha {
  const {
    CAPTCHA_PROVIDER: provider,
    CAPTCHA_SITE_KEY: siteKey = '',
    CAPTCHA_SECRET: secretKey = '',
  } = config;
  const needs = { db, now, ttlMin: config.CAPTCHA_TTL_MIN, keys: config.keys.SECRET_KEYS };
  if (provider === 'altcha' || provider === 'off') return captchaFor({ ...needs, provider });
  const hostnames = [new URL(config.publicBaseUrl).hostname];
  const report = (reasonCode: string) => log.warn({ reasonCode }, 'the captcha provider is in trouble');
  return captchaFor({ ...needs, provider, remote: { siteKey, secretKey, hostnames, report } });
}

function registryOf(config: Config, now: Now, log: Logger): Registry {
  if (!config.REGISTRY_URL) {
    if (config.production)
      log.warn('REGISTRY_URL is not set: identities are not checked against any registry');
    return new LocalRegistry();
  }
  const report = (kind: string, reasonCode: string) =>
    log.warn({ kind, reasonCode }, 'a registry is in trouble');
  return new HttpRegistry({
    url: config.REGISTRY_URL.replace(/\/$/, ''),
    key: config.REGISTRY_KEY,
    now,
    report,
  });
}

const OUTSIDE_TIMEOUT_MS = 20 * SECOND_MS;

/** Where documents lie: the bucket that the settings name, else the folder. */
export function filesOf(config: Config): FileStore {
  const {
    EVIDENCE_BUCKET_URL: url,
    EVIDENCE_BUCKET_KEY_ID: keyId = '',
    EVIDENCE_BUCKET_SECRET: secret = '',
    EVIDENCE_BUCKET_REGION: region,
  } = config;
  if (!url) return new FolderStore(join(config.DATA_DIR, 'evidence'));
  const timeoutMs = OUTSIDE_TIMEOUT_MS;
  return new BucketStore({ url: url.replace(/\/$/, ''), region, keyId, secret, timeoutMs });
}

function scanOf({ EVIDENCE_SCANNER: scanner = 'off' }: Config): Scan {
  if (scanner === 'off') return scanNothing;
  const { hostname: host, port } = new URL(scanner);
  return clamd({ host, port: Number(port), timeoutMs: OUTSIDE_TIMEOUT_MS });
}
