import { useSyncExternalStore } from 'react';

import type { ActorKind, BusinessScale } from '../../gql/graphql.ts';
import { assumeClockAhead, clockAhead } from '../../platform/clock.ts';
import { TabMemory } from '../../platform/tab-memory.ts';
import type { SentCode } from '../../ui/code-page.tsx';

/** What is kept over a reload: the way back into this registration, and nothing that says who somebody is. */
export interface Draft {
  readonly token: string;
  readonly verified: boolean;
  readonly scale: BusinessScale;
  readonly actor: ActorKind;
  readonly sent: Required<SentCode>;
  readonly clockAhead: number;
}

const memory = new TabMemory<Draft>('pendaftaran');
const watchers = new Set<() => void>();
let draft = memory.read();
if (draft) assumeClockAhead(draft.clockAhead);

function set(next: Draft | null): void {
  draft = next;
  if (next) memory.write(next);
  else memory.forget();
  for (const watcher of watchers) watcher();
}

export const draftNow = (): Draft | null => draft;
export const keepDraft = (next: Omit<Draft, 'clockAhead'>): void =>
  set({ ...next, clockAhead: clockAhead() });
export const dropDraft = (): void => set(null);

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useDraft = (): Draft | null => useSyncExternalStore(watch, draftNow);
