import { useEffect, useRef } from 'react';

interface News {
  readonly changed: string;
}

const channel = new BroadcastChannel('konsol.permohonan');

/** Tells the other tabs of this browser that a case is not as they show it any more. */
export const tellOfCase = (ticket: string): void => channel.postMessage({ changed: ticket } satisfies News);

/** Hears from the other tabs about this case, or about any. */
export function useCaseNews(ticket: string | null, onNews: () => void): void {
  const heard = useRef(onNews);
  heard.current = onNews;
  useEffect(() => {
    const hear = ({ data }: MessageEvent<News>) => {
      if (ticket === null || data.changed === ticket) heard.current();
    };
    channel.addEventListener('message', hear);
    return () => channel.removeEventListener('message', hear);
  }, [ticket]);
}
