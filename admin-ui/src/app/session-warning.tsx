import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

import { askForTimes } from '../desk/session-times';
import { useSessionTimes } from '../desk/use-session-times';
import { useSignOut } from '../desk/use-sign-out';
import { ViewerDocument } from '../gql/graphql';
import { Button } from '../ui/button';
import { useNow } from '../ui/clock';
import { Dialog } from '../ui/dialog';
import { minutesLeft } from '../ui/time';

const WARNED_MS = 120_000;
/** Said aloud at these remainders only; a reader that counts every second says nothing else. */
const SAID_MS = 30_000;

/** Two minutes before the idle end: one key goes on. */
export function SessionWarning() {
  const client = useApolloClient();
  const times = useSessionTimes();
  const now = useNow(1000);
  const left = times ? Date.parse(times.idleEndsAt) - now : Number.POSITIVE_INFINITY;
  const over = left <= 0;
  const near = left <= WARNED_MS;
  useEffect(() => {
    // The server has the last word: another tab of this browser may have been used meanwhile.
    if (near || over) void askForTimes(client);
  }, [near, over, client]);
  return near && !over ? <Warning left={left} /> : null;
}

function Warning({ left }: { left: number }) {
  const { t } = useLingui();
  const client = useApolloClient();
  const signOut = useSignOut(client);
  const [extending, setExtending] = useState(false);
  const extend = async () => {
    setExtending(true);
    await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    await askForTimes(client).catch(() => undefined);
    setExtending(false);
  };
  const rounded = minutesLeft(Math.ceil(left / SAID_MS) * SAID_MS);
  return (
    <Dialog
      title={t`Sesi hampir berakhir`}
      onClose={() => void extend()}
      actions={
        <>
          <Button onClick={() => void signOut()}>
            <Trans>Keluar sekarang</Trans>
          </Button>
          <Button kind="main" loading={extending} onClick={() => void extend()} first>
            <Trans>Lanjutkan bekerja</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>Tidak ada kegiatan beberapa waktu. Tekan Enter untuk melanjutkan; isian Anda tetap ada.</Trans>{' '}
        <strong className="number" aria-hidden="true">
          {minutesLeft(left)}
        </strong>
      </p>
      <p className="unseen" role="status">
        <Trans>Sisa {rounded} menit</Trans>
      </p>
    </Dialog>
  );
}
