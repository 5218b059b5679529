import { setTimeout as pause } from 'node:timers/promises';

export interface StopSteps {
  /** From now on `/readyz` fails. */
  readonly turnUnready: () => void;
  /** Takes no new connection; settles when the last request has been answered. */
  readonly stopAccepting: () => Promise<void>;
  /** Cuts whoever is still being served. */
  readonly cutConnections: () => void;
  /** The dispatcher finishes the message in its hands, jobs their step. */
  readonly finishWork: () => Promise<void>;
  readonly closePools: () => Promise<void>;
}

export interface StopTimes {
  /** Long enough for a load balancer to see that this process is not ready (`STOP_PROBE_S`). */
  readonly probeMs: number;
  /** How long running requests may take to end (`STOP_DRAIN_S`). */
  readonly drainMs: number;
}

/**
 * The order of security.md 6.5. Call the result as often as signals come: the stop runs once, everybody gets its promise.
 * A step that fails does not keep the later ones from running; its error comes out at the end.
 */
export function gracefulStop(steps: StopSteps, times: StopTimes): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stop(steps, times);
    return stopping;
  };
}

async function stop(steps: StopSteps, { probeMs, drainMs }: StopTimes): Promise<void> {
  steps.turnUnready();
  await pause(probeMs);
  const results = [];
  results.push(await settled(drain(steps, drainMs)));
  results.push(await settled(steps.finishWork()));
  results.push(await settled(steps.closePools()));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function drain({ stopAccepting, cutConnections }: StopSteps, drainMs: number): Promise<void> {
  const enough = new AbortController();
  const drained = stopAccepting().finally(() => enough.abort());
  const outOfTime = pause(drainMs, undefined, { signal: enough.signal }).then(
    cutConnections,
    () => undefined, // drained in time
  );
  await Promise.all([drained, outOfTime]);
}

const settled = async (step: Promise<void>) => (await Promise.allSettled([step]))[0];
