import { useSyncExternalStore } from 'react';

// In memory and nowhere else: it opens an account.
let token = '';
const watchers = new Set<() => void>();

/** The secret part of a link, out of the address bar before anybody can copy or photograph it (R19). Called first of all. */
export function takeLinkToken(): void {
  const given = location.hash.slice(1);
  if (given === '') return;
  history.replaceState(null, '', location.pathname);
  token = given;
  for (const watcher of watchers) watcher();
}
// The same page may be open already when the link is opened again.
addEventListener('hashchange', takeLinkToken);

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What the opened link carried, or nothing. It changes when another link is opened on this page. */
export const useLinkToken = (): string => useSyncExternalStore(watch, () => token);

/** Once it is spent or refused it has no business here. */
export function dropLinkToken(): void {
  token = '';
  for (const watcher of watchers) watcher();
}
