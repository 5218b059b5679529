import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';

import { tellOfCase } from '../../desk/case-news';
import { claimRefusal } from '../../desk/claim-words';
import { HEARTBEAT_MS, isLingering } from '../../desk/heartbeat';
import { openHere } from '../../desk/open-tabs';
import { IN_BACKGROUND } from '../../desk/session-times';
import { canUndo } from '../../desk/undo';
import { useCommand } from '../../desk/use-command';
import {
  ClaimRequestDocument,
  ExtendClaimDocument,
  ReleaseClaimDocument,
  type ReviewFieldsFragment,
} from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { troubleOf } from '../../ui/trouble';

/** Takes the case by its number, keeps it while the page is open, and gives it back when the page is left. */
export function useClaim({ ticket, claim: held }: ReviewFieldsFragment, onChanged: () => void) {
  const mine = held?.mine === true;
  const { show } = useAnnouncements();
  const { run, loading } = useCommand(ClaimRequestDocument, (data) => data.claimRequest);
  const extend = useHeartbeat(ticket, mine ? held.expiresAt : null, onChanged);
  useRelease(ticket, mine);
  const claim = useCallback(async () => {
    const outcome = await run({ ticket });
    const refusal = outcome ? claimRefusal(outcome) : troubleOf(undefined).text;
    if (refusal) show({ text: refusal, tone: 'bad' });
    tellOfCase(ticket); // taken here, or by somebody else: either way it is not as it was
  }, [run, ticket, show]);
  return { claim, extend, claiming: loading };
}

/** Answers what prolongs the claim at once, for whoever does not wait for the next beat. `until` is null where there is none. */
function useHeartbeat(ticket: string, until: string | null, onChanged: () => void): () => Promise<void> {
  const mine = until !== null;
  const client = useApolloClient();
  const beat = useCallback(async () => {
    const extend = { mutation: ExtendClaimDocument, variables: { ticket }, context: IN_BACKGROUND } as const;
    try {
      const { data } = await client.mutate({ ...extend, fetchPolicy: 'no-cache' });
      if (data?.extendClaim.__typename !== 'RequestClaimed') onChanged();
    } catch {
      // The claim outlives a short silence, and the banner says that the line is down.
    }
  }, [client, ticket, onChanged]);
  useEffect(() => {
    if (!mine) return undefined;
    const timer = setInterval(() => void beat(), HEARTBEAT_MS);
    return () => clearInterval(timer);
  }, [mine, beat]);
  const extend = useCallback(async () => {
    await beat();
    onChanged();
  }, [beat, onChanged]);
  const first = useRef(until !== null && isLingering(until));
  useEffect(() => {
    if (first.current) void extend();
    first.current = false;
  }, [extend]);
  return extend;
}

function useRelease(ticket: string, mine: boolean): void {
  const client = useApolloClient();
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    if (!mine) return undefined;
    const close = openHere(ticket);
    // Sent to its end though the tab is gone. Decided meanwhile: there is nothing left to give back, says the answer; and
    // none is asked for while taking the decision back would bring the claim back, which this could overtake and undo.
    const context = { fetchOptions: { keepalive: true } };
    const release = (mayReturn: boolean) => {
      if (!close() || canUndo(ticket)) return;
      const variables = { ticket, mayReturn };
      void client
        .mutate({ mutation: ReleaseClaimDocument, variables, fetchPolicy: 'no-cache', context })
        .then(() => tellOfCase(ticket))
        .catch(() => undefined);
    };
    // Nothing tells a page that is closed from one that is loaded again: the claim outlives both by a minute.
    const hide = () => release(true);
    window.addEventListener('pagehide', hide);
    return () => {
      window.removeEventListener('pagehide', hide);
      // A moment later, since React's strict mode leaves each page once on trial.
      leaving.current = setTimeout(release, 0, false);
    };
  }, [client, ticket, mine]);
}
