import { useEffect, useState } from 'react';

const SEEN_MS = 20_000;
const HIDDEN_MS = 120_000;

/** How often to look for news: seldom while nobody looks at the page. */
export function usePolling(): number {
  const [hidden, setHidden] = useState(document.hidden);
  useEffect(() => {
    const look = () => setHidden(document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return hidden ? HIDDEN_MS : SEEN_MS;
}
