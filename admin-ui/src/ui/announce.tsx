import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

import { type Toast, Toasts } from './toasts';

interface Announcements {
  /** Said to screen readers, seen by nobody: counts, refused keys. */
  readonly announce: (text: string) => void;
  /** Said and shown at the lower edge. It goes by itself, unless it offers something to do. */
  readonly show: (toast: Omit<Toast, 'id'>) => void;
}

const SHOWN_MS = 6000;
const Context = createContext<Announcements>({ announce: () => undefined, show: () => undefined });

export const useAnnouncements = (): Announcements => useContext(Context);

export function AnnouncementProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState('');
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const show = useCallback(
    (toast: Omit<Toast, 'id'>) => {
      count.current += 1;
      const id = count.current;
      setToasts((all) => [...all.slice(-2), { ...toast, id }]);
      setTimeout(() => drop(id), toast.forMs ?? SHOWN_MS);
    },
    [drop],
  );
  const value = useMemo(() => ({ announce: setSaid, show }), [show]);
  return (
    <Context value={value}>
      {children}
      <div className="unseen" role="status">
        {said}
      </div>
      <Toasts toasts={toasts} drop={drop} />
    </Context>
  );
}
