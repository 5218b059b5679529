import { useState } from 'react';

/** Per cent of the pane's width; 0: the whole picture, however small. */
const ZOOMS = [0, 100, 150, 200, 300] as const;
const CONTRASTS = [100, 150, 200] as const;
const AS_WIDE = 1;

/** How somebody looks at a picture: how near, which side up, how stark. */
export function useLooks() {
  const [near, setNear] = useState(AS_WIDE);
  const [quarters, setQuarters] = useState(0);
  const [stark, setStark] = useState(0);
  return {
    zoom: ZOOMS[near] ?? 100,
    turned: quarters * 90,
    contrast: CONTRASTS[stark] ?? 100,
    closer: () => setNear((now) => Math.min(now + 1, ZOOMS.length - 1)),
    away: () => setNear((now) => Math.max(now - 1, 0)),
    reset: () => setNear(AS_WIDE),
    turn: () => setQuarters((now) => (now + 1) % 4),
    starker: () => setStark((now) => (now + 1) % CONTRASTS.length),
  };
}
