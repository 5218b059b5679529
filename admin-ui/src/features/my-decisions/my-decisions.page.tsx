import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';

import { Older } from '../../desk/older';
import { IN_BACKGROUND } from '../../desk/session-times';
import { useUndo } from '../../desk/undo';
import { usePolling } from '../../desk/use-polling';
import { MyDecisionsDocument } from '../../gql/graphql';
import { Page } from '../../ui/page';
import { Empty, Failed, Loading } from '../../ui/states';
import { DecisionTable } from './decision-table';

/** The permanent twin of the toast that offers to take a decision back. */
export function MyDecisionsPage() {
  const { t } = useLingui();
  const undo = useUndo();
  const { data, error, refetch, fetchMore } = useQuery(MyDecisionsDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  const takeBack = async (ticket: string) => {
    if (!(await undo(ticket))) await refetch();
  };
  const rows = data?.myDecisions.items;
  const title = t`Keputusan saya`;
  return (
    <Page title={title} section={title}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Loading rows={8} />}
      {rows?.length === 0 && (
        <Empty title={<Trans>Belum ada keputusan</Trans>}>
          <Trans>Keputusan Anda muncul di sini begitu dicatat.</Trans>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <DecisionTable
          rows={rows}
          outdated={error !== undefined}
          onUndo={(ticket) => void takeBack(ticket)}
        />
      )}
      <Older page={data?.myDecisions} onMore={(after) => void fetchMore({ variables: { after } })} />
    </Page>
  );
}
