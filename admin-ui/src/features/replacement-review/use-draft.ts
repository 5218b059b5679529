import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';

import { useSaving } from '../../desk/use-saving';
import { type ReviewFieldsFragment, SaveDraftDocument, type SaveDraftInput } from '../../gql/graphql';

export type Draft = Pick<SaveDraftInput, 'reasonCode' | 'messageToApplicant' | 'verdict'> & {
  readonly note: string;
  readonly checklist: readonly string[];
};

export interface Drafting {
  readonly draft: Draft;
  readonly change: (changed: Partial<Draft>) => void;
  readonly tick: (code: string) => void;
}

/**
 * What was typed and ticked, and the panel it was for, kept by the server per agent and case: a reload, a crash or a new
 * sign-in loses nothing.
 */
export function useDraft({ ticket, draft: saved, claim }: ReviewFieldsFragment): Drafting {
  const [draft, setDraft] = useState<Draft>(() => ({
    note: saved?.note ?? '',
    reasonCode: saved?.reasonCode ?? null,
    messageToApplicant: saved?.messageToApplicant ?? '',
    verdict: saved?.verdict ?? null,
    checklist: saved?.checklist ?? [],
  }));
  const client = useApolloClient();
  useSaving(draft, claim?.mine === true, ({ checklist, ...words }, context) => {
    const input = { ...words, ticket, checklist: [...checklist] };
    return client.mutate({
      mutation: SaveDraftDocument,
      variables: { input },
      fetchPolicy: 'no-cache',
      context,
    });
  });
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
