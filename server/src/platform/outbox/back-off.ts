import { SECOND_MS } from '../clock.js';

/** Doubling, with jitter, so that a provider coming back is not met by everything at once. */
export function backOffMs(attempts: number, [first, longest]: readonly [number, number]): number {
  const wait = Math.min(first * 2 ** (attempts - 1), longest);
  return wait * (0.75 + Math.random() / 2) + SECOND_MS;
}
