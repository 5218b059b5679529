import { cpus, loadavg } from 'node:os';

import { answers } from './answers.js';
import { auditList } from './audit-list.js';
import { consolePages } from './console.js';
import { onMariadb } from './database.js';
import { decisions } from './decisions.js';
import { desk } from './desk.js';
import { hammer, type Measured } from './load.js';
import { login } from './login.js';
import { somebody } from './person.js';
import { portalPages } from './portal.js';
import { printed, type Service, service, serviceOnceMore } from './processes.js';
import { queue } from './queue.js';
import { queueList } from './queue-list.js';
import { median, printTable, type Row } from './report.js';

/** Prints ratios against floors measured in the same run, never a verdict on the machine (design.md 6). */
const ROUNDS = 3;
const rows: Row[] = [];
const report = (row: Row) => void rows.push(row);

const ME = JSON.stringify({
  query: '{ me { id username status fullName email { value verifiedAt } whatsapp { value verifiedAt } } }',
});

/** Enough to see what grows; a million by `npm run bench:full`. */
const ACCOUNTS = Number(process.env.BENCH_ACCOUNTS ?? 200_000);

/** `npm run bench -- screens` measures what people see, which takes a third of the time. */
const SCREENS_ALONE = process.argv.includes('screens');

async function main(): Promise<void> {
  if (!SCREENS_ALONE) await services();
  const alone = await service({});
  if (!SCREENS_ALONE) await login(alone, { engine: 'SQLite', threads: cpus().length, people: 2 }, report);
  await consolePages(alone, report);
  await portalPages(alone, report);
  await decisions(alone, report);
  await answers(alone, report);
  await alone.stop();
  rows.push([
    'load of the machine',
    loadavg()
      .map((one) => one.toFixed(1))
      .join(' '),
    '',
    `${cpus().length} cores; above that, times tell of the others`,
  ]);
}

async function services(): Promise<void> {
  await onMariadb(async (database) => {
    const ours = await serviceOnceMore({ DATABASE_URL: database });
    await me(ours, database);
    await login(ours, { engine: 'MariaDB', threads: cpus().length, people: 2 }, report);
    await queue(ours, database, report);
    await queueList(ours, report);
    report(['memory after it', `${ours.memory().toFixed(0)} MB`, '≤ 200 MB', '']);
    await desk(ours, database, { accounts: ACCOUNTS, report });
    report([
      'memory after the desk',
      `${ours.memory().toFixed(0)} MB`,
      '≤ 200 MB',
      'one process, all of the above',
    ]);
    await auditList(ours, database, report);
    await ours.stop();
    await start({ DATABASE_URL: database }, 'MariaDB');
    await withACoreToSpare(database);
  });
}

async function me(ours: Service, database: string): Promise<void> {
  const { token } = await somebody(ours.base, 1);
  const raw = await printed('node', ['dist/bench/bench/raw-handler.js'], { DATABASE_URL: database });
  const load = { bodies: [ME], token, connections: 16, seconds: 4 };
  const ratios: number[] = [];
  let [floor, mine] = [undefined, undefined] as [Measured | undefined, Measured | undefined];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor = await hammer({ ...load, url: `http://127.0.0.1:${raw.line}/` });
    mine = await hammer({ ...load, url: `${ours.base}/graphql` });
    if (floor.errors + mine.errors > 0) throw new Error('A request of the bench failed.');
    ratios.push(mine.perSecond / floor.perSecond);
  }
  await raw.stop();
  const detail = `${mine?.perSecond.toFixed(0)}/s (p95 ${mine?.p95.toFixed(1)} ms) against ${floor?.perSecond.toFixed(0)}/s`;
  report(['me / raw handler', median(ratios).toFixed(2), '≥ 0.33', detail]);
}

/** All cores but one hash; the last is for everything else of a login. */
async function withACoreToSpare(database: string): Promise<void> {
  const threads = Math.max(1, cpus().length - 1);
  const spare = await service({ DATABASE_URL: database, HASH_CONCURRENCY: `${threads}` });
  await login(spare, { engine: 'MariaDB', threads, people: 42 }, report);
  await spare.stop();
}

async function start(env: Record<string, string>, name: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = await service(env);
    times.push(started.startedIn / 1000);
    await started.stop();
  }
  report([`start, ${name}`, `${median(times).toFixed(2)} s`, '≤ 2 s', 'existing database, to ready']);
}

// What was measured is said, whatever broke afterwards.
await main().finally(() => printTable(rows));
