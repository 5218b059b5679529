import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import { compose, type House } from './compose.js';
import type { Config } from './config.js';
import { features } from './features.js';
import { loadOffices } from './office/load-offices.js';
import { type Outside, outside } from './outside.js';
import { type Now, SECOND_MS } from './platform/clock.js';
import { openDatabase } from './platform/database/data-source.js';
import { migrate } from './platform/database/migrate.js';
import type { Database } from './platform/database/transact.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { Leases } from './platform/jobs/leases.js';
import { createLogger } from './platform/logger.js';
import { loadRegions } from './platform/regions/load-regions.js';
import { notTracing, type Tracing } from './platform/trace/tracing.js';
import { readiness } from './readiness.js';
import { tables } from './tables.js';
import { web } from './web.js';
import { workerJobs } from './worker-jobs.js';

export interface Running {
  readonly house: House;
  readonly app: FastifyInstance;
  readonly runner: JobRunner;
  readonly outside: Outside;
}

/** Opens and migrates the database, loads the region list when it is another than the last, opens its offices. */
export async function openHouseDatabase(
  config: Config,
  now: Now,
  log = createLogger({ level: config.LOG_LEVEL }),
): Promise<Database> {
  const pool = {
    connections: config.DB_POOL,
    queue: config.DB_POOL_QUEUE,
    connectTimeoutMs: config.DB_CONNECT_TIMEOUT_S * SECOND_MS,
    silenceMs: config.DB_QUERY_TIMEOUT_MS,
  };
  // A large table is changed in minutes, in which its connection hears nothing; nobody else waits for that one.
  const patient = await openDatabase(config.databaseUrl, tables, { ...pool, silenceMs: 0 });
  try {
    await migrate(patient.writer, now);
    await loadRegions(patient);
    await loadOffices(patient, now);
  } finally {
    await patient.close();
  }
  return openDatabase(config.databaseUrl, tables, pool, (reasonCode) =>
    log.warn({ reasonCode }, 'the database node in use was left for the next one'),
  );
}

export interface Around {
  readonly config: Config;
  readonly now: Now;
  readonly db: Database;
  readonly log?: Logger;
  /** Instead of what the settings name; tests put cheap proofs of work here. */
  readonly world?: Outside;
}

/** Puts one process together: nothing listens and no job runs yet. */
export async function assemble({ config, now, db, ...around }: Around): Promise<Running> {
  const log = around.log ?? createLogger({ level: config.LOG_LEVEL });
  const world = around.world ?? outside(config, db, now, log);
  const runner: { current?: JobRunner } = {};
  const nudge = (job: string) => runner.current?.nudge(job);
  const { captcha, registry, files, scan } = world;
  const tracing = await tracingFor(config);
  const house = compose({ config, db, now, log, captcha, registry, files, scan, tracing, nudge });
  const rooms = features(house);
  const leases = new Leases(db, now);
  const failed = (job: string, error: unknown) => log.error({ job, err: error }, 'a job failed');
  runner.current = new JobRunner([...workerJobs(house, leases, world.send), ...rooms.jobs], leases, failed);
  const app = await web(house, rooms, readiness(house, leases));
  return { house, app, runner: runner.current, outside: world };
}

/** Loaded only where it is asked for: nobody else pays its time and memory. */
async function tracingFor({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...config }: Config): Promise<Tracing> {
  if (!endpoint) return notTracing;
  const { openTracing } = await import('./platform/trace/otlp-tracing.js');
  return openTracing({
    endpoint,
    serviceName: config.OTEL_SERVICE_NAME,
    ratio: config.OTEL_TRACES_PERCENT / 100,
  });
}
