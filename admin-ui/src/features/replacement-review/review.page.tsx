import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

import { useCaseNews } from '../../desk/case-news';
import { takeHanded } from '../../desk/handed-case';
import { IN_BACKGROUND } from '../../desk/session-times';
import { usePolling } from '../../desk/use-polling';
import { useReasonsAtHand } from '../../desk/use-reasons';
import { ReplacementReviewDocument } from '../../gql/graphql';
import { Page } from '../../ui/page';
import { Failed, Loading, NotFound } from '../../ui/states';
import { CaseRound } from './case-round';
import { Review } from './review';
import { useForgotten } from './use-forgotten';

export function ReviewPage() {
  const { nomor } = useParams({ from: '/desk/permohonan/$nomor' });
  // Another case is another page: nothing typed or ticked for the last one may stay.
  return <OneCase key={nomor} ticket={nomor} />;
}

export function OneCase({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  const [first] = useState(() => takeHanded(ticket));
  const { data, previousData, loading, error, refetch } = useQuery(ReplacementReviewDocument, {
    variables: { ticket },
    fetchPolicy: 'network-only',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  const again = useCallback(() => void refetch(), [refetch]);
  useCaseNews(ticket, again);
  useForgotten(ticket);
  useReasonsAtHand();
  // An answer that fails takes nothing away of what stands there, least of all what was typed.
  const known = data ?? previousData;
  const request = known ? known.replacementRequest : first;
  if (request) return <Review request={request} error={error} onChanged={again} />;
  return (
    <Page title={t`Permohonan`} section={t`Antrean`} actions={<CaseRound ticket={ticket} />}>
      {error && <Failed error={error} onRetry={again} />}
      {!error && loading && <Loading rows={10} />}
      {!error && !loading && <NotFound />}
    </Page>
  );
}
