import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';

import { useConnection } from '../desk/connection';
import { cancelWaiting } from '../desk/waiting';
import { LineContext } from '../ui/line';

/** While the server does not answer, what would be sent says so and is not sent. */
export function LineProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { reachable } = useConnection();
  const line = useMemo(
    () => ({ silence: reachable ? null : t`Menunggu sambungan`, cancel: cancelWaiting }),
    [reachable, t],
  );
  return <LineContext value={line}>{children}</LineContext>;
}
