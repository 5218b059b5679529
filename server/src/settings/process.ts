import { z } from 'zod';

import { choice, list, text, whole } from './kinds.js';

/** Where the process runs and with whom. */
export const processSettings = {
  NODE_ENV: z.string().default('development').describe('`production` refuses samples and missing providers'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: whole(4000, 0, 65_535).describe('port to listen on'),
  DATA_DIR: z.string().default('./data').describe('SQLite file, generated development keys, audit anchors'),
  DATABASE_URL: text.describe(
    'mysql://user:password@host,host:port/database, the first that answers is worked with; unset: SQLite in DATA_DIR',
  ),
  PUBLIC_BASE_URL: z.url().optional().describe('what links in messages begin with; required in production'),
  TRUSTED_PROXIES: list.describe('addresses or networks whose X-Forwarded-For is believed'),
  CORS_ORIGINS: list.describe('origins of browser clients on other hosts'),
  WORKER: choice('inline', 'off').describe('whether this process also sends messages and runs jobs'),
  LOG_LEVEL: choice('info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent').describe(
    'least severe line written',
  ),
  DEMO: z.enum(['on', 'off']).optional().describe('demo data; on in development, refused in production'),
  METRICS_KEY: text.describe('bearer key for /metrics; unset: open in development, absent in production'),
};
