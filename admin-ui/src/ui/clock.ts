import { useEffect, useState } from 'react';

let ahead = 0;
let heard = '';
const watching = new Set<() => void>();

/**
 * What the server's clock said `agoMs` ago: computers at desks are often wrong by minutes, and countdowns run to its times.
 * Said again later it is old, and changes nothing.
 */
export function setByServer(at: string, agoMs = 0): void {
  if (at === heard) return;
  heard = at;
  ahead = Date.parse(at) + agoMs - machine();
  for (const look of watching) look();
}

/** The server's time, as near as it is known. */
export const now = (): number => machine() + ahead;

// biome-ignore lint/plugin: the one place of the console that reads it.
const machine = (): number => Date.now();

/** The time, again every `everyMs`, for what counts down on the page. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = () => setAt(now());
    const timer = setInterval(look, everyMs);
    watching.add(look);
    return () => {
      clearInterval(timer);
      watching.delete(look);
    };
  }, [everyMs]);
  return at;
}
