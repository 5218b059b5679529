import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';

import { type ReviewFieldsFragment, SaveDraftDocument, type SaveDraftInput } from '../../gql/graphql';

export type Draft = Pick<SaveDraftInput, 'note' | 'reasonCode' | 'messageToApplicant' | 'verdict'> & {
  readonly checklist: readonly string[];
};

export interface Drafting {
  readonly draft: Draft;
  readonly change: (changed: Partial<Draft>) => void;
  readonly tick: (code: string) => void;
}

const PAUSE_MS = 800;

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
  useSaving(ticket, draft, claim?.mine === true);
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

/** Saves a moment after the last key, and at once on leaving. */
function useSaving(ticket: string, draft: Draft, mine: boolean): void {
  const client = useApolloClient();
  const unsaved = useRef<Draft | null>(null);
  const save = useCallback(
    async (context: object = {}) => {
      const typed = unsaved.current;
      if (!typed) return;
      const { checklist, ...words } = typed;
      const input = { ...words, ticket, checklist: [...checklist] };
      try {
        await client.mutate({
          mutation: SaveDraftDocument,
          variables: { input },
          fetchPolicy: 'no-cache',
          context,
        });
        if (unsaved.current === typed) unsaved.current = null;
      } catch {
        // Still on the page, and saved with the next change.
      }
    },
    [client, ticket],
  );
  const first = useRef(draft);
  useEffect(() => {
    if (!mine || draft === first.current) return undefined;
    unsaved.current = draft;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, mine, save]);
  useEffect(() => {
    // Whoever leaves at once after the last letter loses it no less; sent to its end though the tab is gone.
    const leave = () => void save({ fetchOptions: { keepalive: true } });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);
}
