import 'reflect-metadata';

import { mkdirSync } from 'node:fs';

import { ConfigRefused, readConfig } from './config.js';
import { loadDemo } from './demo.js';
import { systemClock } from './platform/clock.js';
import { assemble, openHouseDatabase } from './serve.js';
import { stopOnSignals } from './stop-on-signals.js';
import { welcome } from './welcome.js';

try {
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
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = 1;
  process.exit();
}

/** Why the process does not start, for the person at the terminal; never a setting's value. */
function explained(error: unknown): string {
  if (error instanceof ConfigRefused) return error.message;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'SQLITE_BUSY')
    return 'The database file is in use by another process. Stop that one, or use MariaDB (DATABASE_URL) for several.';
  if (code === 'EADDRINUSE') return 'The port is in use. Set PORT to another one.';
  return `The service could not start (${code ?? 'no code'}): ${message ?? ''}`;
}
