import 'reflect-metadata';

import { mkdirSync } from 'node:fs';

import { readConfig } from './config.js';
import { loadDemo } from './demo.js';
import { systemClock } from './platform/clock.js';
import { assemble, openHouseDatabase } from './serve.js';
import { startOrExplain } from './start-or-explain.js';
import { stopOnSignals } from './stop-on-signals.js';
import { welcome } from './welcome.js';

await startOrExplain(async () => {
  const config = readConfig();
  mkdirSync(config.DATA_DIR, { recursive: true });
  const db = await openHouseDatabase(config, systemClock);
  const running = await assemble({ config, now: systemClock, db });
  if (config.demo) await loadDemo(running.house);
  if (config.WORKER === 'inline') running.runner.start();
  stopOnSignals(running);
  await running.app.listen({ host: config.HOST, port: config.PORT });
  running.house.log.info('ready');
  if (!config.production) process.stdout.write(welcome(config));
});
