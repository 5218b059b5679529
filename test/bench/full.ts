import { loadavg } from 'node:os';

import { onMariadb } from './database.js';
import { desk } from './desk.js';
import { serviceOnceMore } from './processes.js';
import { queue } from './queue.js';
import { printTable, type Row } from './report.js';

/**
 * `npm run bench:full`: whether the desk stays as fast from a thousand to a hundred thousand cases and from ten thousand
 * to a million accounts (design.md 6). A part of `npm run bench`, which stops at 200,000, since a million takes minutes
 * to fill. Pages fit into memory here as there: what is measured is the work, not the disk.
 */
const ACCOUNTS = 1_000_000;
const POOL_MB = 3000;

const rows: Row[] = [];
const report = (row: Row) => void rows.push(row);

await onMariadb(async (database) => {
  const ours = await serviceOnceMore({ DATABASE_URL: database });
  await queue(ours, database, report);
  await desk(ours, database, { accounts: ACCOUNTS, report });
  report(['memory after it', `${ours.memory().toFixed(0)} MB`, '≤ 200 MB', 'one process']);
  await ours.stop();
}, POOL_MB).finally(() => {
  const load = loadavg().map((one) => one.toFixed(1));
  printTable([
    ...rows,
    ['load of the machine', load.join(' '), '', 'above its cores, times tell of the others'],
  ]);
});
