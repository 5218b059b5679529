import { useLingui } from '@lingui/react/macro';

import { undoableFor, useUndo, useUndoable } from '../desk/undo';
import { useShortcut } from '../ui/shortcuts';

/** `Ctrl+Z` wherever one is: by then the next case is open. */
export function UndoKey() {
  const { t } = useLingui();
  const last = useUndoable();
  const undo = useUndo();
  useShortcut(
    last
      ? {
          keys: 'ctrl+z',
          label: t`Batalkan keputusan terakhir`,
          scope: t`Di mana saja`,
          run: () => {
            if (undoableFor(last) > 0) void undo(last.ticket);
          },
        }
      : undefined,
  );
  return null;
}
