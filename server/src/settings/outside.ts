import { z } from 'zod';

import { budgets, choice, text, whole } from './kinds.js';

/** Captcha, mail, WhatsApp, registries and keys. */
export const outsideSettings = {
  CAPTCHA_PROVIDER: choice('altcha', 'turnstile', 'hcaptcha', 'recaptcha', 'off').describe(
    'off only in development',
  ),
  CAPTCHA_SITE_KEY: text.describe('public key at a remote captcha provider'),
  CAPTCHA_SECRET: text.describe('secret key at a remote captcha provider'),
  CAPTCHA_TTL_MIN: whole(10, 1, 60).describe('minutes a challenge stays good'),
  CAPTCHA_LOGIN_AFTER: whole(2, 0).describe('failed passwords before a captcha is asked'),

  MAIL_URL: text.describe('smtp://user:password@host:port; unset: development inbox'),
  MAIL_FROM: z.string().default('Akun OSS <akun@localhost.localdomain>').describe('sender of every mail'),
  WHATSAPP_TOKEN: text.describe('access token of the Cloud API; unset: development inbox'),
  WHATSAPP_PHONE_ID: text.describe('phone number id at the Cloud API'),
  WHATSAPP_APP_SECRET: text.describe('signs the webhook'),
  WHATSAPP_VERIFY_TOKEN: text.describe('answered at the webhook’s registration'),
  WHATSAPP_API_URL: z.url().default('https://graph.facebook.com/v26.0').describe('base address with version'),

  REGISTRY_URL: z
    .url()
    .optional()
    .describe('base address of the registry gateway (docs/registry-api.md); unset: local'),
  REGISTRY_KEY: text.describe('bearer key of the registry gateway'),
  REGISTRY_BUDGET: budgets('5/24h').describe('registry checks per NIK and per contact'),

  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('OpenTelemetry collector that takes OTLP over HTTP, without /v1/traces; unset: no traces'),
  OTEL_SERVICE_NAME: z.string().default('akun-oss').describe('what the traces call this service'),
  OTEL_TRACES_PERCENT: whole(100, 0, 100).describe('requests of a hundred that are traced'),

  DATA_KEYS: text.describe('1:base64,… 32 bytes each; seals personal data'),
  INDEX_KEYS: text.describe('1:base64,… keys of blind indexes and digests'),
  SECRET_KEYS: text.describe('1:base64,… keys of codes, links and the audit chain'),
};
