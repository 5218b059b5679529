import { useSyncExternalStore } from 'react';

/** What somebody likes at this desk. Kept in the browser, says nothing about who it was. */
export interface Preferences {
  readonly language: 'id' | 'en';
  readonly scheme: 'light' | 'dark' | 'auto';
  readonly density: 'rapat' | 'lega';
  readonly shortcuts: boolean;
  readonly railPinned: boolean;
}

const STORED_AS = 'konsol.pilihan';
const AT_FIRST: Preferences = {
  language: 'id',
  scheme: 'auto',
  density: 'rapat',
  shortcuts: true,
  railPinned: false,
};

let current = stored();
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
  if (key === STORED_AS) adopt(stored());
});

function adopt(chosen: Preferences): void {
  current = chosen;
  for (const listener of listeners) listener();
}

function stored(): Preferences {
  try {
    return { ...AT_FIRST, ...JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') };
  } catch {
    return AT_FIRST;
  }
}
