import { useNavigate } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';

import { UndoDecisionDocument } from '../gql/graphql';
import { useAnnouncements } from '../ui/announce';
import { now } from '../ui/clock';
import { troubleOf } from '../ui/trouble';
import { tellOfCase } from './case-news';
import { decisionRefusal } from './decision-refusal';
import { useCommand } from './use-command';

export interface Undoable {
  readonly ticket: string;
  readonly until: string;
}

let last: Undoable | null = null;
const listeners = new Set<() => void>();

/** The last decision that can still be taken back. It outlives its page: the next case opens at once. */
export function noteUndoable(undoable: Undoable | null): void {
  last = undoable;
  for (const listener of listeners) listener();
}

export const useUndoable = (): Undoable | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );

/** Takes a decision back, while the server still lets us, and opens the case again; its claim comes back with it. */
export function useUndo(): (ticket: string) => Promise<boolean> {
  const navigate = useNavigate();
  const { show } = useAnnouncements();
  const { run } = useCommand(UndoDecisionDocument, (data) => data.undoDecision);
  return useCallback(
    async (ticket: string) => {
      const outcome = await run({ input: { ticket } });
      noteUndoable(null);
      const refusal = outcome ? decisionRefusal(outcome) : troubleOf(undefined).text;
      if (refusal) {
        show({ text: refusal, tone: 'bad' });
        return false;
      }
      tellOfCase(ticket);
      await navigate({ to: '/permohonan/$nomor', params: { nomor: ticket } });
      return true;
    },
    [run, navigate, show],
  );
}

/** Whether a decision about this case was made here and can still be taken back. */
export const canUndo = (ticket: string): boolean => last?.ticket === ticket && undoableFor(last) > 0;

export const undoableFor = ({ until }: Undoable): number => Math.max(0, Date.parse(until) - now());
