import { setTimeout as pause } from 'node:timers/promises';

import type { House } from './compose.js';
import type { Leases } from './platform/jobs/leases.js';
import { BEAT } from './worker-jobs.js';

/** Names of the checks of `/readyz` that fail. A dead provider or registry is never among them (security.md 6.5). */
export function readiness({ db, config, stopping }: House, leases: Leases): () => Promise<string[]> {
  const checks: Record<string, () => Promise<boolean>> = {
    stopping: async () => !stopping.hasBegun(),
    migrations: async () => !(await db.writer.showMigrations()),
    database: () => leases.take('ready-probe', 'anybody', 1000),
    worker: () => leases.isHeld(BEAT),
  };
  return async () => {
    const failing = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const late = pause(config.READY_DB_TIMEOUT_MS, false, { ref: false });
        return (await Promise.race([check().catch(() => false), late])) ? [] : [name];
      }),
    );
    return failing.flat();
  };
}
