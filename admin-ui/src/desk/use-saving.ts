import { useCallback, useEffect, useRef } from 'react';

const PAUSE_MS = 800;
const AGAIN_MS = 5_000;

type Save<Words> = (words: Words, context?: object) => Promise<unknown>;

/** Saves what is typed a moment after the last key, at once on leaving, and again after some seconds where the line was down. */
export function useSaving<Words>(words: Words, mine: boolean, save: Save<Words>): void {
  const unsaved = useRef<Words | null>(null);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const left = useRef(false);
  const latest = useRef(save);
  latest.current = save;
  const send = useCallback(async (context?: object) => {
    clearTimeout(again.current);
    const typed = unsaved.current;
    if (!typed) return;
    try {
      await latest.current(typed, context);
      if (unsaved.current === typed) unsaved.current = null;
    } catch {
      // Still on the page, and waits for the line, or for the next change.
      if (!left.current) again.current = setTimeout(() => void send(), AGAIN_MS);
    }
  }, []);
  const first = useRef(words);
  useEffect(() => {
    if (!mine || words === first.current) return undefined;
    unsaved.current = words;
    const timer = setTimeout(() => void send(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, mine, send]);
  useEffect(() => {
    left.current = false;
    // Whoever leaves at once after the last letter loses it no less; sent to its end though the tab is gone.
    const leave = () => void send({ fetchOptions: { keepalive: true } });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      left.current = true;
      leave();
    };
  }, [send]);
}
