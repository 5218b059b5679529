import { useApolloClient } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useConnection } from '../desk/connection';
import { ViewerDocument } from '../gql/graphql';
import { Notice } from '../ui/notice';
import { Time } from '../ui/time';

const TRY_AGAIN_MS = 5000;

/** Without a connection: says how old the page is, and goes on by itself when the server answers again. */
export function OfflineBanner() {
  const { reachable, lastAnswerAt } = useConnection();
  const client = useApolloClient();
  useEffect(() => {
    if (reachable) return undefined;
    const ask = () =>
      client
        .query({ query: ViewerDocument, fetchPolicy: 'network-only', context: { background: true } })
        .then(() => client.refetchQueries({ include: 'active' }))
        .catch(() => undefined);
    const timer = setInterval(() => void ask(), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reachable, client]);
  if (reachable) return null;
  return (
    <Notice tone="bad" role="alert" title={<Trans>Tidak ada sambungan ke server</Trans>}>
      <Trans>Isian Anda tetap ada. Halaman ini melanjutkan sendiri setelah tersambung.</Trans>{' '}
      {lastAnswerAt && (
        <Trans>
          Data terakhir: <Time at={new Date(lastAnswerAt).toISOString()} form="exact" />.
        </Trans>
      )}
    </Notice>
  );
}
