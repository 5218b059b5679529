import { useSyncExternalStore } from 'react';

import { SessionEndDocument } from '../gql/graphql.ts';
import { KeptAnswers } from './kept-answers.ts';
import { onSignedOut, request } from './request.ts';
import { forgetSealed } from './sealed-answers.ts';

/** What this page knows of its session. The token itself is in a cookie that no script reads. */
interface Session {
  /** When it ends if nothing is asked any more; null without a session. */
  readonly idleUntil: string | null;
}

let session: Session = { idleUntil: null };
const watchers = new Set<() => void>();
/** Other tabs learn here of a logout (null), and until when the session that they share goes on. */
const tabs = new BroadcastChannel('sesi');
tabs.onmessage = ({ data }: MessageEvent<string | null>) =>
  data === null ? forget() : set({ idleUntil: data });

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function set(next: Session): void {
  session = next;
  for (const watcher of watchers) watcher();
}

export const useSession = (): Session => useSyncExternalStore(watch, () => session);

/** Asks the service how long the session lasts, which counts as using it. False: there is none (any more). */
export async function renewSession(): Promise<boolean> {
  const { me } = await request(SessionEndDocument);
  const idleUntil = me?.sessions.find(({ current }) => current)?.idleUntil ?? null;
  noteSession(idleUntil);
  return idleUntil !== null;
}

/** What some answer has said of the session. */
export function noteSession(idleUntil: string | null): void {
  if (idleUntil === null) {
    forget();
    return;
  }
  set({ idleUntil });
  tabs.postMessage(idleUntil);
}

/** As far as this tab knows it has run out. Another one may have used it since, so nobody else is told. */
export function lapse(): void {
  forget();
}

// Ended from another device, or run out while this one was asleep.
onSignedOut(lapse);

/** After a logout, or when the session has ended: nothing of the account is left on this screen, nor on other tabs (R70). */
export function endSession(): void {
  forget();
  tabs.postMessage(null);
}

function forget(): void {
  KeptAnswers.forgetAll();
  forgetSealed();
  set({ idleUntil: null });
}

/** The page of the account that somebody without a session wanted, for the sign-in to say so and to lead there. */
export const wantedPage = new KeptAnswers({ path: '' });
