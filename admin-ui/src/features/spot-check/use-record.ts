import { useState } from 'react';

import { useCommand } from '../../desk/use-command';
import { RecordSpotCheckDocument, type SpotOutcomeFieldsFragment, type Verdict } from '../../gql/graphql';
import { spotRefusal } from './spot-refusal';

export interface Words {
  readonly note: string;
  readonly reasonCode: string | null;
  readonly ticked: readonly string[];
}

const UNSAID: Words = { note: '', reasonCode: null, ticked: [] };

/** What the second reader says. It stays on the page only: half a verdict is nobody's business. */
export function useRecord(checkId: string, onRecorded: (made: SpotOutcomeFieldsFragment) => void) {
  const [words, setWords] = useState(UNSAID);
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
