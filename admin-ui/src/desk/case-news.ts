import { useEffect, useRef } from 'react';

interface News {
  readonly changed: string;
}

const channel = new BroadcastChannel('konsol.permohonan');
const listeners = new Set<(ticket: string) => void>();
const tellHere = (ticket: string): void => {
  for (const listener of listeners) listener(ticket);
};

channel.addEventListener('message', ({ data }: MessageEvent<News>) => tellHere(data.changed));

/** A case is not any more as pages show it, of this tab and of the others of this browser. */
export function tellOfCase(ticket: string): void {
  tellHere(ticket);
  channel.postMessage({ changed: ticket } satisfies News);
}

/** Hears about this case, or about any. */
export function useCaseNews(ticket: string | null, onNews: () => void): void {
  const heard = useRef(onNews);
  heard.current = onNews;
  useEffect(() => {
    const hear = (changed: string) => {
      if (ticket === null || changed === ticket) heard.current();
    };
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, [ticket]);
}
