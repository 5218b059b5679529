import { z } from 'zod';

import { accessSettings } from './access.js';
import { caseworkSettings } from './casework.js';
import { deskSettings } from './desk.js';
import { limitsSettings } from './limits.js';
import { outsideSettings } from './outside.js';
import { processSettings } from './process.js';
import { recoverySettings } from './recovery.js';
import { registrationSettings } from './registration.js';
import { replacementSettings } from './replacement.js';
import { secretsSettings } from './secrets.js';
import { workSettings } from './work.js';

/**
 * Every setting, its default and its floor (security.md 2.2). The name says the unit: `_MS`, `_S`, `_MIN`, `_H`, `_D`, `_KB`;
 * a budget is `count/window`. Values weaker than the standards allow are refused at start.
 */
export const settings = z.object({
  ...processSettings,
  ...outsideSettings,
  ...secretsSettings,
  ...accessSettings,
  ...deskSettings,
  ...caseworkSettings,
  ...registrationSettings,
  ...recoverySettings,
  ...replacementSettings,
  ...limitsSettings,
  ...workSettings,
});

export type Settings = z.infer<typeof settings>;

/** Settings whose value is never printed. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'METRICS_KEY',
  'MAIL_URL',
  'WHATSAPP_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
  'CAPTCHA_SECRET',
  'REGISTRY_KEY',
  'EVIDENCE_BUCKET_SECRET',
  'DATA_KEYS',
  'INDEX_KEYS',
  'SECRET_KEYS',
]);
