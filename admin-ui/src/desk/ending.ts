import { useSyncExternalStore } from 'react';

import { leaveUnasked } from '../ui/unsaved';

/** Why a session was over, as the signed-out page says it. */
export const REASONS = ['sendiri', 'diam', 'batas', 'di-tempat-lain', 'peran', 'nonaktif'] as const;
export type Reason = (typeof REASONS)[number];

type Said = { readonly left: Reason };

const PLACE = `${import.meta.env.BASE_URL}keluar`;
const channel = new BroadcastChannel('konsol.sesi');
let over = false;
const listeners = new Set<() => void>();

/**
 * Leaves the document behind: a page that was loaded anew has nothing of the last person in its memory or its cache (R70).
 * The other tabs of this browser had the same session and go the same way.
 */
export function leave(reason: Reason): void {
  channel.postMessage({ left: reason } satisfies Said);
  depart(reason);
}

function depart(reason: Reason): void {
  leaveUnasked();
  window.location.replace(`${PLACE}?sebab=${reason}`);
}

channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
  if (window.location.pathname !== PLACE) depart(data.left);
});

// The browser may show the page of before as it was, memory included, when somebody presses Back.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

const REASON_OF: Readonly<Record<string, Reason>> = {
  CHANGED: 'peran',
  DISABLED: 'nonaktif',
  LOGOUT: 'sendiri',
};

/** Another role or office sees other things, so that page goes at once; otherwise the same person may go on where it stopped. */
export function noteEnding(because: string): void {
  const reason = REASON_OF[because];
  if (reason) leave(reason);
  else noteSessionOver(true);
}

/** The server does not know the session any more; what was being typed stays until the same person is back. */
export function noteSessionOver(isOver: boolean): void {
  over = isOver;
  for (const listener of listeners) listener();
}

export function useSessionOver(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => over,
  );
}
