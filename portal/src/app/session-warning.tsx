import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';

import { useCommand } from '../platform/command.ts';
import { lapse, renewSession, useSession } from '../platform/session.ts';
import { inMinutes, useSecondsUntil } from '../ui/countdown.tsx';

const WARN_S = 120;

/** Two minutes before the session ends by itself, one press makes it go on; what was typed stays. */
export function SessionWarning() {
  const { idleUntil } = useSession();
  return idleUntil ? <Warning idleUntil={idleUntil} /> : null;
}

function Warning({ idleUntil }: { idleUntil: string }) {
  const { t } = useLingui();
  const left = useSecondsUntil(idleUntil);
  const command = useCommand();
  useEffect(() => {
    if (left === 0) lapse();
  }, [left]);
  const ends = left <= WARN_S;
  const remaining = inMinutes(left);
  return (
    <>
      {/* There before it speaks, or it is not heard; and once, not every second. */}
      <p role="status" className="unseen">
        {ends && <Trans>Sesi Anda berakhir dalam dua menit.</Trans>}
      </p>
      {ends && (
        <section className="frame warning" aria-label={t`Sesi`}>
          <p>
            <Trans>Demi keamanan, sesi Anda berakhir dalam {remaining}. Isian Anda tetap ada.</Trans>
          </p>
          <button
            type="button"
            aria-disabled={command.working}
            onClick={() => void command.run(async () => void (await renewSession()))}
          >
            <Trans>Tetap masuk</Trans>
          </button>
        </section>
      )}
    </>
  );
}
