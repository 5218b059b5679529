import 'reflect-metadata';

import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readConfig } from '../../server/src/config.js';
import { systemClock } from '../../server/src/platform/clock.js';
import { assemble, openHouseDatabase } from '../../server/src/serve.js';
import { type Service, service } from '../bench/processes.js';
import { startSmtpInbox } from '../kit/smtp-inbox.js';
import { madeSoFar } from './make/fill.js';
import { Places } from './make/people.js';
import { Calls } from './morning/calls.js';
import { Desk } from './morning/desk.js';
import { figuresOf, recoveredAfter } from './morning/figures.js';
import { Crowd, type Played } from './morning/play.js';
import { printFigures } from './morning/print.js';
import { statementsByOperation } from './morning/statements.js';
import { Town } from './morning/town.js';
import { Watch } from './morning/watch.js';

/**
 * `npm run load -- --share 0.05 --seconds 20 --times 10`: the national morning on the database that the settings name
 * (fill it with `load:make`), at a part of the planned peak, then at so many times as much, then as before.
 */
const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '0.05' },
    seconds: { type: 'string', default: '20' },
    times: { type: 'string', default: '10' },
  },
});
const [share, seconds, times] = [values.share, values.seconds, values.times].map(Number) as [
  number,
  number,
  number,
];

const folder = process.env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'akun-load-'));
const inbox = await startSmtpInbox();
const { accounts, places } = await country();
const ours = await service(
  {
    ...{ MAIL_URL: inbox.url, MAIL_FROM: 'Akun OSS <oss@example.com>', TRUSTED_PROXIES: '127.0.0.1' },
    ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
  },
  folder,
);
const calls = new Calls(ours.base);
const town = new Town(inbox, accounts, places);
const morning = { calls, town, desk: await Desk.open(calls) };
const crowd = new Crowd(morning);
await crowd.play({ share, seconds: 5 }); // until the compiler has seen it all
await crowd.empty(10_000);
const sql = await statementsByOperation(morning, process.env.DATABASE_URL);

const phase = async (name: string, part: number) => {
  const watch = await Watch.begin(ours, process.env.DATABASE_URL);
  const played: Played = await crowd.play({ share: part, seconds });
  const watched = await watch.end();
  printFigures(
    { name, accounts, played, watched, sql, share: part, load: loadavg()[0] ?? 0 },
    figuresOf(calls.all, played),
  );
  return played;
};
await phase('The morning', share);
if (times > 1) {
  const over = await phase(`${times} times as much`, share * times);
  const after = await phase('As before', share);
  const recovered = recoveredAfter(calls.all, over.to, after.to);
  process.stdout.write(
    `\nNormal service again ${recovered ?? 'not within the phase, '} s after the overload ended.\n`,
  );
}
for (const [fault, count] of calls.faults) process.stdout.write(`${count} × ${fault}\n`);
await crowd.empty(10_000);
await end(ours);

/** Read before the service has the file, which on SQLite is its alone. */
async function country() {
  const config = readConfig({ ...process.env, DATA_DIR: folder });
  const db = await openHouseDatabase(config, systemClock);
  const { house, outside } = await assemble({ config, now: systemClock, db });
  const found = { accounts: await madeSoFar(house), places: await Places.read(db) };
  outside.close();
  await db.close();
  if (found.accounts < 1000)
    throw new Error('Fill the database first: npm run load:make -- --accounts 10000');
  return found;
}

async function end(running: Service): Promise<void> {
  calls.close();
  await running.stop();
  await inbox.stop();
  process.exit(0);
}
