import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

import { ClaimNextDocument, type QueueView } from '../gql/graphql';
import { useAnnouncements } from '../ui/announce';
import { troubleOf } from '../ui/trouble';
import { claimRefusal } from './claim-words';
import { handOver } from './handed-case';
import { forgetNextKey, nextKey } from './next-key';
import { useCommand } from './use-command';
import { useMay } from './viewer';

/** Takes what the server finds most urgent and opens it; says why when there is nothing. True: a case was opened. */
export function useClaimNext(asked: QueueView): { next: () => Promise<boolean>; loading: boolean } {
  // Supervisors decide second only, whatever list they look at (console.md 3).
  const view = useMay(['SUPERVISOR']) ? 'AWAITING_SECOND' : asked;
  const navigate = useNavigate();
  const { show } = useAnnouncements();
  const { run, loading } = useCommand(ClaimNextDocument, (data) => data.claimNext);
  const next = useCallback(async () => {
    const outcome = await run({ view, idempotencyKey: nextKey(view) });
    if (outcome?.__typename === 'RequestClaimed') {
      forgetNextKey(view);
      handOver(outcome.request);
      await navigate({ to: '/permohonan/$nomor', params: { nomor: outcome.request.ticket } });
      return true;
    }
    const text = outcome ? claimRefusal(outcome) : troubleOf(undefined).text;
    show({ text: text ?? '', tone: outcome ? 'plain' : 'bad' });
    return false;
  }, [run, view, navigate, show]);
  return { next, loading };
}
