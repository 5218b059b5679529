import { useSyncExternalStore } from 'react';

import { assumeClockAhead, clockAhead } from './clock.ts';

/** What this tab keeps over a reload, because phones discard tabs; gone with the tab or the flow. Never anything typed. */
export class TabMemory<Kept extends object> {
  readonly #watchers = new Set<() => void>();
  #kept: Kept | null = null;

  constructor(private readonly name: string) {
    const { kept, ahead } = this.#read();
    this.#kept = kept;
    // A countdown goes on by the service's clock before anything has been asked again.
    if (kept) assumeClockAhead(ahead);
  }

  get now(): Kept | null {
    return this.#kept;
  }

  keep(kept: Kept): void {
    this.#set(kept, () => sessionStorage.setItem(this.name, JSON.stringify({ kept, ahead: clockAhead() })));
  }

  forget(): void {
    this.#set(null, () => sessionStorage.removeItem(this.name));
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #set(kept: Kept | null, store: () => void): void {
    this.#kept = kept;
    try {
      store();
    } catch {
      // Without storage the flow works as long as the tab is not discarded.
    }
    for (const watcher of this.#watchers) watcher();
  }

  #read(): { kept: Kept | null; ahead: number } {
    try {
      return JSON.parse(sessionStorage.getItem(this.name) ?? 'null') ?? { kept: null, ahead: 0 };
    } catch {
      return { kept: null, ahead: 0 };
    }
  }
}

export const useTabMemory = <Kept extends object>(memory: TabMemory<Kept>): Kept | null =>
  useSyncExternalStore(memory.watch, () => memory.now);
