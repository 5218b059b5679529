import { setTimeout as pause } from 'node:timers/promises';

/** Waits before try `run + 1`: at random below a time that doubles with each, so that those who failed together do not come back together. Ms. */
export const retryPause = (run: number, [first, longest]: readonly [number, number]): Promise<void> =>
  pause(Math.random() * Math.min(first * 2 ** run, longest));
