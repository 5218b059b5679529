import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';

import { type ReviewFieldsFragment, SaveDraftDocument, type SaveDraftInput } from '../../gql/graphql';

export type Draft = Pick<SaveDraftInput, 'note' | 'reasonCode' | 'messageToApplicant'> & {
  readonly checklist: readonly string[];
};

const PAUSE_MS = 800;

/** What was typed and ticked, kept by the server per agent and case: a reload, a crash or a new sign-in loses nothing. */
export function useDraft({ ticket, draft: saved, claim }: ReviewFieldsFragment) {
  const client = useApolloClient();
  const [draft, setDraft] = useState<Draft>(() => ({
    note: saved?.note ?? '',
    reasonCode: saved?.reasonCode ?? null,
    messageToApplicant: saved?.messageToApplicant ?? '',
    checklist: saved?.checklist ?? [],
  }));
  const kept = useRef(draft);
  const mine = claim?.mine === true;
  useEffect(() => {
    if (!mine || kept.current === draft) return undefined;
    const timer = setTimeout(() => {
      const { checklist, ...words } = draft;
      void client
        .mutate({
          mutation: SaveDraftDocument,
          variables: { input: { ...words, ticket, checklist: [...checklist] } },
          fetchPolicy: 'no-cache',
        })
        .then(() => {
          kept.current = draft;
        })
        // Still on the page, and saved with the next change.
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [client, draft, ticket, mine]);
  const change = (changed: Partial<Draft>) => setDraft((now) => ({ ...now, ...changed }));
  const tick = (code: string) =>
    setDraft((now) => ({
      ...now,
      checklist: now.checklist.includes(code)
        ? now.checklist.filter((one) => one !== code)
        : [...now.checklist, code],
    }));
  return { draft, change, tick };
}
