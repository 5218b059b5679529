import { z } from 'zod';

import { type Budget, readBudgets } from './platform/budget/budget.js';

const whole = (start: number, min: number, max = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number().int().min(min).max(max).default(start);
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const text = z.string().min(1).optional();
const choice = <T extends string>(first: T, ...others: T[]) => z.enum([first, ...others]).default(first);

const budgets = (start: string) =>
  z
    .string()
    .default(start)
    .transform((written, context): readonly Budget[] => {
      const read = readBudgets(written);
      if (!read) context.addIssue({ code: 'custom', message: 'is written like 5/1h, 10/24h' });
      return read ?? [];
    });
const budget = (start: string) =>
  budgets(start).transform((read): Budget => read[0] ?? { count: 1, windowMs: 1 });

const argon2 = z
  .string()
  .default('m=19456,t=2,p=1')
  .transform((written, context) => {
    const [, m = 0, t = 0, p = 0] = (/^m=(\d+),t=(\d+),p=(\d+)$/.exec(written) ?? []).map(Number);
    if (m < 19_456 || t < 2 || p < 1)
      context.addIssue({ code: 'custom', message: 'is at least m=19456,t=2,p=1' });
    return { memoryKiB: m, passes: t, lanes: p };
  });

/**
 * Every setting, its default and its floor (security.md 2.2). The name says the unit: `_MS`, `_S`, `_MIN`, `_H`, `_D`, `_KB`;
 * a budget is `count/window`. Values weaker than the standards allow are refused at start.
 */
export const settings = z.object({
  NODE_ENV: z.string().default('development').describe('`production` refuses samples and missing providers'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: whole(4000, 0, 65_535).describe('port to listen on'),
  DATA_DIR: z.string().default('./data').describe('SQLite file, generated development keys, audit anchors'),
  DATABASE_URL: text.describe('mysql://user:password@host:port/database; unset: SQLite in DATA_DIR'),
  PUBLIC_BASE_URL: z.url().optional().describe('what links in messages begin with; required in production'),
  TRUSTED_PROXIES: list.describe('addresses or networks whose X-Forwarded-For is believed'),
  CORS_ORIGINS: list.describe('origins of browser clients on other hosts'),
  WORKER: choice('inline', 'off').describe('whether this process also sends messages and runs jobs'),
  LOG_LEVEL: choice('info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent').describe(
    'least severe line written',
  ),
  DEMO: z.enum(['on', 'off']).optional().describe('demo data; on in development, refused in production'),

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

  DATA_KEYS: text.describe('1:base64,… 32 bytes each; seals personal data'),
  INDEX_KEYS: text.describe('1:base64,… keys of blind indexes and digests'),
  SECRET_KEYS: text.describe('1:base64,… keys of codes, links and the audit chain'),

  CODE_DIGITS: whole(6, 6, 10).describe('digits of a code'),
  CODE_TTL_MIN: whole(10, 1, 10).describe('minutes a code stays good'),
  CODE_TRIES: whole(5, 1, 10).describe('wrong tries per code'),
  CODE_TRIES_BUDGET: budgets('10/1h, 20/24h').describe(
    'wrong tries per account and per destination, all flows',
  ),
  LINK_TOKEN_BYTES: whole(32, 16, 64).describe('random bytes of a link'),
  ACTIVATION_LINK_TTL_H: whole(24, 1, 168).describe('hours an activation link stays good'),
  CASE_UNDO_D: whole(7, 1, 30).describe('days the former owner of a contact can take it back'),

  SEND_BUDGET_DESTINATION: budgets('1/60s, 5/1h, 10/24h').describe(
    'codes and links to one address; a count of 1 is a pause between two of one kind',
  ),
  SEND_BUDGET_ACCOUNT: budgets('10/1h, 20/24h').describe('codes and links of one account'),
  SEND_BUDGET_IP: budgets('120/1h, 1000/24h').describe('codes and links asked for from one source'),
  SEND_PAID_CAP: budgets('5000/24h').describe('WhatsApp messages in total'),
  SEND_COUNTRIES: list
    .transform((codes) => (codes.length > 0 ? codes : ['+62']))
    .describe('calling codes that messages are sent to'),
  NOTICE_COALESCE_MIN: whole(60, 1).describe('minutes in which one kind of login notice is sent once'),
  NOTICE_MAX_AGE_H: whole(72, 1).describe('hours a security notice is tried'),

  LOGIN_FREE_FAILURES: whole(5, 1, 20).describe('failures per account and source before delays'),
  LOGIN_ACCOUNT_FAILURES: budget('20/1h').describe('failures per account, all sources, before delays'),
  LOGIN_DELAY_S: whole(1, 1).describe('first delay in seconds, doubling'),
  LOGIN_DELAY_MAX_MIN: whole(15, 1, 60).describe('longest delay in minutes'),
  LOGIN_FAILURES_CAP: whole(100, 10, 100).describe('failures in a row before password login pauses'),
  LOGIN_CAP_PAUSE_H: whole(24, 1, 72).describe('hours of that pause'),
  LOGIN_BUDGET_IP: budget('60/10min').describe('failures per source'),
  LOGIN_SPRAY_LIMIT: budget('200/10min').describe(
    'distinct failing accounts before everybody is asked a captcha',
  ),

  PASSWORD_POLICY: choice('oss', 'nist').describe('name of the password policy'),
  PASSWORD_MIN: whole(0, 0, 64).describe('least characters; 0: the policy’s own (oss 8, nist 15)'),
  PASSWORD_MAX: whole(128, 64, 1024).describe('most characters'),
  ARGON2: argon2.describe('m in KiB, t passes, p lanes'),
  HASH_CONCURRENCY: whole(0, 0, 64).describe('password hashes at once; 0: as many as processors'),
  HASH_QUEUE: whole(64, 1).describe('password hashes that may wait'),

  SESSION_CITIZEN_IDLE_MIN: whole(60, 1).describe('minutes without use that end a session'),
  SESSION_CITIZEN_MAX_H: whole(24, 1).describe('hours after which a session ends in any case'),
  SESSION_CITIZEN_COUNT: whole(10, 1, 100).describe('live sessions of one account'),
  SESSION_TOUCH_S: whole(60, 1).describe('seconds between two notes that a session was seen'),

  DRAFT_UNVERIFIED_H: whole(24, 1).describe('hours a draft without proven contact is kept'),
  DRAFT_VERIFIED_D: whole(7, 1).describe('days a draft with proven contact is kept'),
  UNACTIVATED_D: whole(30, 1).describe('days an account may wait for its activation'),

  HTTP_BODY_KB: whole(100, 1).describe('largest request body'),
  HTTP_HEADER_TIMEOUT_S: whole(10, 1).describe('seconds to receive the headers'),
  HTTP_REQUEST_TIMEOUT_S: whole(15, 1).describe('seconds to receive a request'),
  HTTP_IN_FLIGHT: whole(200, 1).describe('requests worked on at once; beyond: 503'),
  GQL_DEPTH: whole(10, 1).describe('nesting of a document'),
  GQL_TOKENS: whole(1000, 1).describe('tokens of a document'),
  GQL_ALIASES: whole(15, 0).describe('aliases of a document'),
  GQL_DIRECTIVES: whole(20, 0).describe('directives of a document'),
  GQL_ROOT_FIELDS: whole(5, 1).describe('root fields of a document'),
  GQL_COST: whole(1000, 1).describe('cost of a document, page sizes multiplied'),

  GQL_PAGE: whole(100, 1, 100).describe('rows of one page'),

  DB_POOL: whole(10, 1).describe('connections (MariaDB/MySQL)'),
  DB_POOL_QUEUE: whole(50, 1).describe('callers that may wait for a connection'),
  DB_CONNECT_TIMEOUT_S: whole(3, 1).describe('seconds to connect'),
  DB_QUERY_TIMEOUT_MS: whole(2500, 100).describe('milliseconds a busy connection may be silent'),

  OUTBOX_LEASE_S: whole(60, 15).describe('seconds a worker holds a message'),
  OUTBOX_SEND_TIMEOUT_S: whole(10, 1, 55).describe('seconds a provider may take'),
  OUTBOX_ATTEMPTS: whole(8, 1).describe('tries per message'),
  OUTBOX_CAP: whole(20_000, 1).describe('waiting messages beyond which new work is turned away'),
  AUDIT_SEAL_LAG_S: whole(5, 2).describe('seconds within which an event joins the chain'),
  AUDIT_ANCHOR_MIN: whole(60, 1).describe('minutes between two exports of the chain’s head'),
  RETAIN_SECRET_H: whole(24, 1).describe('hours an ended secret is kept'),
  RETAIN_SESSION_D: whole(90, 1).describe('days an ended session is kept'),
  RETAIN_COUNTER_D: whole(30, 1).describe('days a counter is kept'),
  RETAIN_TRACE_D: whole(365, 1).describe('days a delivery trace is kept'),

  STOP_PROBE_S: whole(5, 0).describe('seconds between “not ready” and closing the door'),
  STOP_DRAIN_S: whole(20, 1).describe('seconds running requests may take to end'),
  READY_DB_TIMEOUT_MS: whole(1000, 100).describe(
    'milliseconds the database may take for the readiness check',
  ),
  DISPATCHER_BEAT_S: whole(30, 5).describe('seconds after which a silent worker counts as gone'),
});

export type Settings = z.infer<typeof settings>;

/** Settings whose value is never printed. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'MAIL_URL',
  'WHATSAPP_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
  'CAPTCHA_SECRET',
  'REGISTRY_KEY',
  'DATA_KEYS',
  'INDEX_KEYS',
  'SECRET_KEYS',
]);
