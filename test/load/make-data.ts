import 'reflect-metadata';

import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { readConfig } from '../../server/src/config.js';
import { loadDemoAgents } from '../../server/src/demo-agents.js';
import { systemClock } from '../../server/src/platform/clock.js';
import { openDatabase } from '../../server/src/platform/database/data-source.js';
import { assemble, openHouseDatabase } from '../../server/src/serve.js';
import { tables } from '../../server/src/tables.js';
import { fillAccounts } from './make/fill.js';
import { fillCases } from './make/fill-cases.js';

/**
 * `npm run load:make -- --accounts 1000000 --cases 100000`: invented accounts and email replacements in the database that
 * the settings name (`DATABASE_URL`, `DATA_DIR`), the same that `npm start` reads. Adds to what is there. On SQLite the
 * service has to be stopped.
 */
const { values } = parseArgs({
  options: { accounts: { type: 'string', default: '10000' }, cases: { type: 'string', default: '0' } },
});
const config = readConfig();
mkdirSync(config.DATA_DIR, { recursive: true });
await (await openHouseDatabase(config, systemClock)).close();
// An insert into a large table may take longer than any statement of the service.
const db = await openDatabase(config.databaseUrl, tables, {
  ...{ connections: config.DB_POOL, queue: config.DB_POOL_QUEUE, silenceMs: 0 },
  connectTimeoutMs: config.DB_CONNECT_TIMEOUT_S * 1000,
});
const { house, outside } = await assemble({ config, now: systemClock, db });
if (config.demo) await loadDemoAgents(house);
const say = (what: string, count: number, seconds: number) =>
  process.stdout.write(
    `${count} ${what} in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} a second\n`,
  );
if (Number(values.accounts) > 0) {
  const { accounts, seconds } = await fillAccounts(house, Number(values.accounts), availableParallelism());
  say('accounts', accounts, seconds);
}
if (Number(values.cases) > 0) {
  const began = performance.now();
  say('cases', await fillCases(house, Number(values.cases)), (performance.now() - began) / 1000);
}
outside.close();
await db.close();
