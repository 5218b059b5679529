import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';

import { useShortcut } from '../../ui/shortcuts';

/** `J` and `K` bring the focus to the number of the next and the last row; there Enter opens it, as on every link. */
export function useRowKeys() {
  const { t } = useLingui();
  const table = useRef<HTMLDivElement>(null);
  const go = (by: number) => () => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('tbody th a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? 0 : Math.min(Math.max(0, at + by), links.length - 1);
    links[next]?.focus();
  };
  useShortcut({ keys: 'j', label: t`Baris berikutnya`, scope: t`Antrean`, run: go(1) });
  useShortcut({ keys: 'k', label: t`Baris sebelumnya`, scope: t`Antrean`, run: go(-1) });
  return table;
}
