import 'reflect-metadata';

import { readConfig } from './config.js';
import { systemClock } from './platform/clock.js';
import { assemble, openHouseDatabase } from './serve.js';
import { startOrExplain } from './start-or-explain.js';
import { stopOnSignals } from './stop-on-signals.js';

/** Sends messages and runs jobs without answering anybody; any number may run beside each other on MariaDB. */
await startOrExplain(async () => {
  const config = readConfig();
  const db = await openHouseDatabase(config, systemClock);
  const running = await assemble({ config, now: systemClock, db });
  running.runner.start();
  stopOnSignals(running);
  running.house.log.info('worker ready');
});
