import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';

import { tellOfCase } from '../../desk/case-news';
import { claimRefusal } from '../../desk/claim-words';
import { openHere } from '../../desk/open-tabs';
import { IN_BACKGROUND } from '../../desk/session-times';
import { useCommand } from '../../desk/use-command';
import { ClaimRequestDocument, ExtendClaimDocument, ReleaseClaimDocument } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { troubleOf } from '../../ui/trouble';

const HEARTBEAT_MS = 60_000;

/** Takes the case by its number, keeps it while the page is open, and gives it back when the page is left. */
export function useClaim(ticket: string, mine: boolean, onChanged: () => void) {
  const { show } = useAnnouncements();
  const { run, loading } = useCommand(ClaimRequestDocument, (data) => data.claimRequest);
  const extend = useHeartbeat(ticket, mine, onChanged);
  useRelease(ticket, mine);
  const claim = useCallback(async () => {
    const outcome = await run({ ticket });
    const refusal = outcome ? claimRefusal(outcome) : troubleOf(undefined).text;
    if (refusal) show({ text: refusal, tone: 'bad' });
    tellOfCase(ticket); // taken here, or by somebody else: either way it is not as it was
  }, [run, ticket, show]);
  return { claim, extend, claiming: loading };
}

/** Answers what prolongs the claim at once, for whoever does not wait for the next beat. */
function useHeartbeat(ticket: string, mine: boolean, onChanged: () => void): () => Promise<void> {
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
  return useCallback(async () => {
    await beat();
    onChanged();
  }, [beat, onChanged]);
}

function useRelease(ticket: string, mine: boolean): void {
  const client = useApolloClient();
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    if (!mine) return undefined;
    const close = openHere(ticket);
    // Sent to its end though the tab is gone. Decided meanwhile: there is nothing left to give back, says the answer.
    const context = { fetchOptions: { keepalive: true } };
    const release = () => {
      if (!close()) return;
      const variables = { ticket };
      void client
        .mutate({ mutation: ReleaseClaimDocument, variables, fetchPolicy: 'no-cache', context })
        .then(() => tellOfCase(ticket))
        .catch(() => undefined);
    };
    window.addEventListener('pagehide', release);
    return () => {
      window.removeEventListener('pagehide', release);
      // A moment later, since React's strict mode leaves each page once on trial.
      leaving.current = setTimeout(release, 0);
    };
  }, [client, ticket, mine]);
}
