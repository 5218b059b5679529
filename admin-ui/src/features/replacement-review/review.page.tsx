import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useCallback } from 'react';

import { IN_BACKGROUND } from '../../desk/session-times';
import { usePolling } from '../../desk/use-polling';
import { ReplacementReviewDocument } from '../../gql/graphql';
import { Page } from '../../ui/page';
import { Failed, Loading, NotFound } from '../../ui/states';
import { Review } from './review';

export function ReviewPage() {
  const { nomor } = useParams({ from: '/desk/permohonan/$nomor' });
  // Another case is another page: nothing typed or ticked for the last one may stay.
  return <OneCase key={nomor} ticket={nomor} />;
}

export function OneCase({ ticket }: { ticket: string }) {
  const { t } = useLingui();
  const { data, loading, error, refetch } = useQuery(ReplacementReviewDocument, {
    variables: { ticket },
    fetchPolicy: 'network-only',
    pollInterval: usePolling(),
    context: IN_BACKGROUND,
  });
  const again = useCallback(() => void refetch(), [refetch]);
  const request = data?.replacementRequest;
  return (
    <Page title={request?.ticket ?? t`Permohonan`} section={t`Antrean`}>
      {error && <Failed error={error} onRetry={again} />}
      {!request && !error && loading && <Loading rows={10} />}
      {!request && !error && !loading && <NotFound />}
      {request && <Review request={request} onChanged={again} />}
    </Page>
  );
}
