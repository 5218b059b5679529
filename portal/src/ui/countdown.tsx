import { useEffect, useState } from 'react';

import { serverNow } from '../platform/clock.ts';

/** Whole seconds left until then by the server's clock; 0 when it has come. */
export function useSecondsUntil(iso: string | undefined): number {
  const at = iso ? Date.parse(iso) : 0;
  const left = () => Math.max(0, Math.ceil((at - serverNow()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const ticking = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(ticking);
  });
  return seconds;
}

/** `0.47`, as watches of this country show it. */
export const inMinutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`;
