import type { Logger } from 'pino';

import type { Config } from './config.js';
import { type Captcha, captchaFor } from './platform/captcha/captcha.js';
import { type Now, SECOND_MS } from './platform/clock.js';
import type { Database } from './platform/database/transact.js';
import { devInbox } from './platform/delivery/dev-inbox.js';
import { openSmtp } from './platform/delivery/send-email.js';
import { cloudApi } from './platform/delivery/send-whatsapp.js';
import type { Message, Send } from './platform/outbox/message.js';
import { HttpRegistry } from './platform/registry/http-registry.js';
import { LocalRegistry } from './platform/registry/local-registry.js';
import type { Registry } from './platform/registry/registry.js';

export interface Outside {
  readonly captcha: Captcha;
  readonly registry: Registry;
  readonly send: Readonly<Record<Message['channel'], Send>>;
  readonly close: () => void;
}

/** The world the settings name: captcha, registries, mail, WhatsApp. What is not named is the development stand-in. */
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
