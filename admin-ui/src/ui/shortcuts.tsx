import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

import { useAnnouncements } from './announce';
import { preferences } from './preferences';

export interface Shortcut {
  /** `n`, `/`, `?`, `ctrl+enter`, or two after each other: `g a`. */
  readonly keys: string;
  /** What it does, for the list behind `?`. */
  readonly label: string;
  /** Heading in that list. */
  readonly scope: string;
  readonly run: () => void;
  /** Why it does nothing now; announced instead of doing it. */
  readonly refusal?: string | null;
  /** Works while a dialog is open, because it belongs to it. */
  readonly inDialog?: boolean;
}

type Registered = { current: Shortcut };

/** Work while somebody types, too; any other there is a letter, or the browser's own, like taking back what was typed. */
const IN_FIELDS: ReadonlySet<string> = new Set(['ctrl+enter']);
/** Where a letter is a letter. Ticks and radio buttons take none: after a click on one, keys go on as before. */
const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
const PAUSE_MS = 800;
const Context = createContext<Set<Registered>>(new Set());

/** Everything that listens now, for the list behind `?`. */
export const useListening = (): Shortcut[] => [...useContext(Context)].map(({ current }) => current);

/** Listens while the component is on the page. The last one to come wins a key; undefined listens to nothing. */
export function useShortcut(shortcut: Shortcut | undefined): void {
  const all = useContext(Context);
  const kept = useRef(shortcut);
  kept.current = shortcut;
  const listening = shortcut !== undefined;
  useEffect(() => {
    if (!listening) return undefined;
    const registered = kept as Registered;
    all.add(registered);
    return () => void all.delete(registered);
  }, [all, listening]);
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [all] = useState(() => new Set<Registered>());
  const { announce } = useAnnouncements();
  useEffect(() => {
    let begun = { key: '', at: 0 };
    const press = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (!key || event.defaultPrevented || event.repeat) return;
      const sequence = event.timeStamp - begun.at < PAUSE_MS ? `${begun.key} ${key}` : '';
      begun = { key, at: event.timeStamp };
      // Two keys are meant as two: `G A` leaves the page of a case, on which `A` alone approves.
      const found = find(all, event, sequence) ?? find(all, event, key);
      if (!found) return;
      event.preventDefault();
      if (found.refusal) announce(found.refusal);
      else found.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [all, announce]);
  return <Context value={all}>{children}</Context>;
}

function find(all: ReadonlySet<Registered>, event: KeyboardEvent, wanted: string): Shortcut | undefined {
  const typing = (event.target as Element).closest?.(TYPED_INTO);
  const dialog = document.querySelector('[role="dialog"][aria-modal="true"]');
  const newestFirst = [...all].reverse().map(({ current }) => current);
  return newestFirst.find(
    ({ keys, inDialog = false }) =>
      keys === wanted &&
      (IN_FIELDS.has(keys) || (!typing && preferences().shortcuts)) &&
      (!dialog || inDialog),
  );
}

/** As it is written in `keys`; empty for what no shortcut may use, so that the browser's and the reader's own keys stay theirs. */
function keyOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string {
  if (altKey || metaKey || key === undefined) return '';
  return ctrlKey ? `ctrl+${key.toLowerCase()}` : key.toLowerCase();
}
