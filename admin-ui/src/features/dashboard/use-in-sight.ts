import { useEffect, useRef, useState } from 'react';

import { whenIdle } from './when-idle';

/**
 * Becomes true once the element has come into sight and the browser has a moment to spare: drawings that came in one go would
 * hold a slow computer for a third of a second.
 */
export function useInSight(ready: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      whenIdle(() => setSeen(true));
    });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, [ready]);
  return { place, seen };
}
