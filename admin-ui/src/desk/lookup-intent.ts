import { useSyncExternalStore } from 'react';

import type { LookupPurpose } from '../gql/graphql';

const PURPOSE_AT = 'konsol.keperluan';

let intent: string | null = null;
const listeners = new Set<() => void>();

/**
 * What was typed into the search of the top bar, on its way to the lookup page. In memory only: a NIK or a phone number never
 * stands in an address, in the history or in storage (console.md 5).
 */
export function intend(identifier: string): void {
  intent = identifier;
  for (const listener of listeners) listener();
}

/** Whoever takes it has it; a second look finds nothing. */
export function takeIntent(): string | null {
  const taken = intent;
  intent = null;
  return taken;
}

export function useIntent(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => intent,
  );
}

/** Chosen once and kept until sign-out; it says why this desk looks things up, not whom. */
export const keptPurpose = (): LookupPurpose | '' =>
  (sessionStorage.getItem(PURPOSE_AT) ?? '') as LookupPurpose | '';
export const keepPurpose = (purpose: LookupPurpose | ''): void => sessionStorage.setItem(PURPOSE_AT, purpose);
export const forgetPurpose = (): void => sessionStorage.removeItem(PURPOSE_AT);
