import { useEffect, useState } from 'react';

/** The one place of the console that reads the clock; it only ever counts down to times that the server named. */
// biome-ignore lint/plugin: the one place that reads it.
export const now = (): number => Date.now();

/** The time, again every `everyMs`, for what counts down on the page. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return at;
}
