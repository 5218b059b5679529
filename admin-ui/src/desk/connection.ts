import { useSyncExternalStore } from 'react';

import { now } from '../ui/clock';

/** Whether the server answers, and since when the data on the page may be old. */
export interface Connection {
  readonly reachable: boolean;
  readonly lastAnswerAt: number | null;
}

let connection: Connection = { reachable: true, lastAnswerAt: null };
const listeners = new Set<() => void>();

export const connectionNow = (): Connection => connection;

export function noteAnswer(): void {
  const regained = !connection.reachable;
  connection = { reachable: true, lastAnswerAt: now() };
  if (regained) tell();
}

export function noteSilence(): void {
  if (!connection.reachable) return;
  connection = { ...connection, reachable: false };
  tell();
}

export function useConnection(): Connection {
  return useSyncExternalStore(whenItChanges, connectionNow);
}

/** Called when the server falls silent and when it answers again. */
export function whenItChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
