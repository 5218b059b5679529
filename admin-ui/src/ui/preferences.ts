import { useSyncExternalStore } from 'react';

import { type Preferences, STORED_AS, storedPreferences } from './stored-preferences';

let current = storedPreferences();
const listeners = new Set<() => void>();

export const preferences = (): Preferences => current;

export function prefer(change: Partial<Preferences>): void {
  adopt({ ...current, ...change });
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still shows what was chosen until the page is closed.
  }
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(listen, preferences);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Another tab of this browser chose something.
window.addEventListener('storage', ({ key }) => {
  if (key === STORED_AS) adopt(storedPreferences());
});

function adopt(chosen: Preferences): void {
  current = chosen;
  for (const listener of listeners) listener();
}
