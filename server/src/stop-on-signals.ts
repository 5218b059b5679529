import { SECOND_MS } from './platform/clock.js';
import { gracefulStop } from './platform/http/stop.js';
import type { Running } from './serve.js';

/** SIGTERM and SIGINT in every mode: not ready, drain, finish the message in hand, close, exit 0 (security.md 6.5). */
export function stopOnSignals({ house, app, runner, outside }: Running): void {
  const { config, db, log } = house;
  const stop = gracefulStop(
    {
      turnUnready: () => house.stopping.begin(),
      stopAccepting: () => app.close(),
      cutConnections: () => app.server.closeAllConnections(),
      finishWork: async () => {
        await runner.stop();
        outside.close();
      },
      closePools: async () => {
        await house.tracing.close();
        await db.close();
      },
    },
    // Nobody balances load before a process on a desk.
    {
      probeMs: config.production ? config.STOP_PROBE_S * SECOND_MS : 0,
      drainMs: config.STOP_DRAIN_S * SECOND_MS,
    },
  );
  const end = (signal: string) => {
    log.info({ signal }, 'stopping');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(signal));
}
