import { Trans, useLingui } from '@lingui/react/macro';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';

import { Button } from './button';
import { Dialog } from './dialog';

let letGo = false;

/** A session that is over takes the page with it, whatever stands in its fields. */
export const leaveUnasked = (): void => {
  letGo = true;
};

interface Unsaved {
  /** Leaves, or asks first. */
  readonly leave: () => void;
  readonly question: ReactNode;
}

/** Asks before what was typed is thrown away: at Cancel and Esc, at a way to another page, and, in the browser's words, at the end of the tab. */
export function useUnsaved(dirty: boolean, onLeave: () => void): Unsaved {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty && !letGo,
    withResolver: true,
  });
  const stay = () => {
    setAsking(false);
    blocker.reset?.();
  };
  const discard = () => {
    setAsking(false);
    onLeave();
    blocker.proceed?.();
  };
  const open = asking || blocker.status === 'blocked';
  const question = open && (
    <Dialog
      title={t`Perubahan belum disimpan`}
      onClose={stay}
      actions={
        <>
          <Button onClick={discard}>
            <Trans>Buang perubahan</Trans>
          </Button>
          <Button kind="main" onClick={stay} first>
            <Trans>Lanjut mengisi</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>Yang sudah Anda isi di sini akan hilang bila Anda pergi sekarang.</Trans>
      </p>
    </Dialog>
  );
  return { leave: () => (dirty ? setAsking(true) : onLeave()), question };
}
