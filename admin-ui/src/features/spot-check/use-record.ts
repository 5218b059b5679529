import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';

import { useCommand } from '../../desk/use-command';
import { useSaving } from '../../desk/use-saving';
import {
  RecordSpotCheckDocument,
  SaveSpotCheckDraftDocument,
  type SpotOutcomeFieldsFragment,
  type Verdict,
} from '../../gql/graphql';
import { spotRefusal } from './spot-refusal';
import type { Check } from './use-spot-check';

export interface Words {
  /** Of the panel that stood open; null: none did. */
  readonly verdict: Verdict | null;
  readonly note: string;
  readonly reasonCode: string | null;
  readonly ticked: readonly string[];
}

/** What the second reader says. Half a verdict is kept by the server for its author alone: a reload loses nothing. */
export function useRecord(
  { id: checkId, draft }: Check,
  onRecorded: (made: SpotOutcomeFieldsFragment) => void,
) {
  const [words, setWords] = useState<Words>(() => ({
    note: draft?.note ?? '',
    reasonCode: draft?.reasonCode ?? null,
    verdict: draft?.verdict ?? null,
    ticked: draft?.checklist ?? [],
  }));
  useKept(checkId, words);
  const { run, loading, outcome, error } = useCommand(
    RecordSpotCheckDocument,
    (data) => data.recordSpotCheck,
  );
  const change = (changed: Partial<Words>) => setWords((now) => ({ ...now, ...changed }));
  const tick = (code: string) =>
    setWords(({ ticked, ...rest }) => ({
      ...rest,
      ticked: ticked.includes(code) ? ticked.filter((one) => one !== code) : [...ticked, code],
    }));
  const record = async (verdict: Verdict, reasonCode: string | null) => {
    const said = { verdict, reasonCode, note: words.note.trim() || null, checklist: [...words.ticked] };
    const answer = await run({ input: { checkId, ...said } });
    if (answer?.__typename === 'SpotCheckRecorded') onRecorded(answer.outcome);
  };
  return { words, change, tick, record, recording: loading, refusal: outcome && spotRefusal(outcome), error };
}

function useKept(checkId: string, words: Words): void {
  const client = useApolloClient();
  useSaving(words, true, ({ ticked, ...rest }, context) => {
    const input = { ...rest, checkId, checklist: [...ticked] };
    const save = { mutation: SaveSpotCheckDraftDocument, variables: { input }, context };
    return client.mutate({ ...save, fetchPolicy: 'no-cache' });
  });
}
