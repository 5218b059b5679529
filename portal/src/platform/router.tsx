import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  useContext,
  useSyncExternalStore,
} from 'react';

// Every address of the portal is a plain path without parameters, since nothing personal may stand in one. That leaves so
// little of a router that a package costs more than it saves (docs/decisions/0007).

const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};
addEventListener('popstate', tell);

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const pathNow = () => location.pathname.replace(/(.)\/$/, '$1');

/** Where the browser is. */
export const useAddress = (): string => useSyncExternalStore(watch, pathNow);

/** Set by whoever shows pages: the former page keeps its own path until the file of the next one has arrived. */
export const ShownPath = createContext('/');

/** The path of the page that is shown. */
export const usePath = (): string => useContext(ShownPath);

/** `replace`: the page that is left must not come back by the back button. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  scrollTo(0, 0);
  tell();
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: string;
}

/** A real link: it opens in another tab, and copies, as links do. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || event.defaultPrevented) return;
    event.preventDefault();
    navigate(to);
  };
  return <a href={to} onClick={follow} {...rest} />;
}
