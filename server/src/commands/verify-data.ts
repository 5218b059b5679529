import 'reflect-metadata';

import { parseArgs } from 'node:util';

import { readConfig } from '../config.js';
import { invariants } from '../invariants.js';
import { filesOf } from '../outside.js';
import { systemClock } from '../platform/clock.js';
import { openReadOnly } from '../platform/database/read-only.js';
import { type Checked, checkInvariants, MOST } from '../platform/invariants/check-invariants.js';
import { startOrExplain } from '../start-or-explain.js';
import { tables } from '../tables.js';

/**
 * `npm run verify [-- --quick]`: reads the whole database and says of each invariant whether it holds; ids only, never a
 * value. Only reads, also beside a running service. Exit 1 when one is broken. `--quick` opens the newest documents only.
 */
await startOrExplain(async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
  const config = readConfig();
  const db = await openReadOnly(config.databaseUrl, tables);
  const reading = { db, now: systemClock(), thorough: !values.quick };
  let [checks, broken] = [0, 0];
  for await (const checked of checkInvariants(invariants(config, filesOf(config)), reading)) {
    checks += 1;
    if (checked.found > 0) broken += 1;
    process.stdout.write(`${line(checked)}\n`);
  }
  process.stdout.write(`${checks} invariants checked, ${broken} broken\n`);
  await db.close();
  process.exitCode = broken > 0 ? 1 : 0;
});

function line({ invariant: { name, holds }, found, first }: Checked): string {
  if (found === 0) return `ok      ${name}`;
  const count = found >= MOST ? `${MOST} or more` : `${found}`;
  return `BROKEN  ${name}: ${count}; ${holds}\n        ${first.join('\n        ')}`;
}
