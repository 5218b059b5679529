import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';

import { backToList } from '../../desk/case-list';
import { tellOfCase } from '../../desk/case-news';
import { decisionRefusal } from '../../desk/decision-refusal';
import { noteUndoable, undoableFor, useUndo } from '../../desk/undo';
import { useClaimNext } from '../../desk/use-claim-next';
import { useCommand } from '../../desk/use-command';
import { DecideReplacementDocument, type ReviewFieldsFragment, type Verdict } from '../../gql/graphql';
import { useAnnouncements } from '../../ui/announce';
import { commandKey } from '../../ui/command-key';
import type { Draft } from './use-draft';

export type Deciding = ReturnType<typeof useDecide>;

/** Sends a decision; then the next case opens at once, and for some seconds the decision can be taken back. */
export function useDecide({ ticket, version, status }: ReviewFieldsFragment, onChanged: () => void) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { show } = useAnnouncements();
  const undo = useUndo();
  const second = status === 'AWAITING_SECOND_DECISION';
  const { next } = useClaimNext(second ? 'AWAITING_SECOND' : 'READY');
  const { run, loading, outcome, error } = useCommand(
    DecideReplacementDocument,
    (data) => data.decideReplacement,
  );

  // Takes the next one first: given back first, the same case would be the most urgent again. Leaving the page gives it back.
  const skip = async () => {
    if (!(await next())) await navigate(backToList());
  };

  const told = (undoUntil: string | null | undefined, waits: boolean) => {
    const text = waits ? t`Dikirim untuk persetujuan kedua.` : t`Keputusan dicatat.`;
    if (!undoUntil) return show({ text });
    const undoable = { ticket, until: undoUntil };
    noteUndoable(undoable);
    const forMs = undoableFor(undoable);
    const seconds = Math.ceil(forMs / 1000);
    const action = { label: t`Batalkan (Ctrl+Z)`, run: () => void undo(ticket) };
    show({ text: t`${text} Bisa dibatalkan ${seconds} dtk.`, forMs, action });
  };

  const decide = async (verdict: Verdict, { checklist, verdict: _panel, ...words }: Draft) => {
    // A retry of the same decision carries the same key, so a lost answer never makes two of it.
    const command = { ticket, version, verdict, checklist: [...checklist], ...words };
    const answer = await run({ input: { ...command, idempotencyKey: commandKey(command) } });
    if (answer?.__typename !== 'DecisionRecorded') return onChanged();
    told(answer.undoUntil, answer.request.status === 'AWAITING_SECOND_DECISION');
    await skip();
    tellOfCase(ticket);
  };
  return { decide, skip, next, deciding: loading, refusal: outcome && decisionRefusal(outcome), error };
}
