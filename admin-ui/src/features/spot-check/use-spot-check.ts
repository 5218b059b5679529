import { useApolloClient } from '@apollo/client/react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

import { useCommand } from '../../desk/use-command';
import {
  type SpotCheckFieldsFragment,
  SpotCheckInHandDocument,
  TakeSpotCheckDocument,
  type TakeSpotCheckMutation,
} from '../../gql/graphql';
import { unknownOutcome } from '../../ui/unknown-outcome';
import { useCheckBeat } from './use-check-beat';
import { useGiveBack } from './use-give-back';

export type Check = SpotCheckFieldsFragment;

interface Held {
  readonly check: Check | null;
  /** Why there is none, in the words of the server. */
  readonly nothing: string | null;
  /** The former one was taken away meanwhile: its time was over. */
  readonly lost: boolean;
}

const NONE: Held = { check: null, nothing: null, lost: false };

/** The one check in this agent's hands: taken, looked at again for new addresses of its documents, given back. */
export function useSpotCheck() {
  const [held, setHeld] = useState(NONE);
  const { run, loading, error } = useCommand(TakeSpotCheckDocument, (data) => data.takeSpotCheck);
  const giveBack = useGiveBack(held.check?.id);
  // Known before the next drawing: once the check is done or its page left, the mark of a late document must not take another.
  const current = useRef<string | null>(null);
  current.current = held.check?.id ?? null;
  useEffect(
    () => () => {
      current.current = null;
    },
    [],
  );

  const take = useCallback(async () => {
    const before = current.current;
    const answer = await run({});
    // Recorded or given back meanwhile: an answer that was on its way brings nothing back.
    if (answer && current.current === before) setHeld(heldAfter(answer, before));
  }, [run]);
  useResumed(current, setHeld);
  const lost = useCallback(() => {
    current.current = null;
    setHeld({ ...NONE, lost: true });
  }, []);
  const kept = useCallback((takenUntil: string) => {
    setHeld((now) => (now.check ? { ...now, check: { ...now.check, takenUntil } } : now));
  }, []);
  useCheckBeat(held.check, kept, lost);
  /** Whoever holds a check is handed the same one again, with its marks and addresses as they are now. */
  const refresh = useCallback(
    async (id: string) => {
      if (current.current === id) await take();
    },
    [take],
  );
  const done = useCallback(() => {
    current.current = null;
    setHeld(NONE);
  }, []);
  const release = async (id: string) => {
    done();
    await giveBack(id);
  };
  return { ...held, take, refresh, done, release, taking: loading, error };
}

/** After a reload the check is still in this agent's hands: it stands there again, with all that was typed. */
function useResumed(current: RefObject<string | null>, setHeld: (held: Held) => void): void {
  const client = useApolloClient();
  useEffect(() => {
    let gone = false;
    const ask = { query: SpotCheckInHandDocument, fetchPolicy: 'no-cache' } as const;
    const resume = async () => {
      const { data } = await client.query(ask);
      const check = data?.spotCheckInHand;
      if (check && !gone && current.current === null) setHeld({ ...NONE, check });
    };
    resume().catch(() => undefined); // `N` finds it as well
    return () => {
      gone = true;
    };
  }, [client, current, setHeld]);
}

function heldAfter(answer: TakeSpotCheckMutation['takeSpotCheck'], before: string | null): Held {
  switch (answer.__typename) {
    case 'SpotCheckTaken':
      return { check: answer.check, nothing: null, lost: before !== null && before !== answer.check.id };
    case 'NothingToCheck':
      return { check: null, nothing: answer.message, lost: before !== null };
    default:
      return { ...NONE, nothing: unknownOutcome(answer) };
  }
}
