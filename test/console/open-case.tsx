import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { UndoKey } from '../../admin-ui/src/app/undo-key';
import type { Viewer } from '../../admin-ui/src/desk/viewer';
import { OneCase } from '../../admin-ui/src/features/replacement-review/review.page';
import { now } from '../../admin-ui/src/ui/clock';
import { type Answers, show } from '../kit/console';
import { type aCase, TICKET } from './case-at-desk';

type Case = ReturnType<typeof aCase>;
export const nextCase = { __typename: 'ReplacementRequest', ticket: 'EML-2611-00999' };
const reason = (code: string, verdict: string, text: string) => ({
  ...{ __typename: 'DecisionReason', code, verdict, text, letterId: `Surat ${code}.`, letterEn: `${code}.` },
});
export const REASONS = [
  reason('IDENTITY_NOT_PROVEN', 'REJECT', 'Identitas tidak terbukti'),
  reason('SUSPECTED_FRAUD', 'REJECT_AS_FRAUD', 'Indikasi penipuan'),
  reason('UNREADABLE', 'RETURN', 'Dokumen tidak terbaca'),
];
export const recorded = (status = 'IN_REVIEW', undoMs: number | null = 9000) => ({
  __typename: 'DecisionRecorded',
  undoUntil: undoMs === null ? null : new Date(now() + undoMs).toISOString(),
  request: { __typename: 'ReplacementRequest', ticket: TICKET, status, effectiveAt: null },
});
export const seen = (one: Case): Case => ({
  ...one,
  evidence: one.evidence.map((document) => ({ ...document, seenByMe: true })),
});

/** The server's side: documents stay seen, everything else as told. */
export async function open(one: Case, answers: Answers = {}, viewer?: Viewer) {
  const looked = new Set<string>();
  const shown = await show(
    <>
      <OneCase ticket={TICKET} />
      <UndoKey />
    </>,
    {
      answers: {
        ReplacementReview: () => ({
          replacementRequest: {
            ...one,
            evidence: one.evidence.map((document) => ({
              ...document,
              seenByMe: document.seenByMe || looked.has(document.id),
            })),
          },
        }),
        MarkEvidenceSeen: ({ evidenceId }: { evidenceId: string }) => {
          looked.add(evidenceId);
          return { markEvidenceSeen: true };
        },
        SaveDraft: () => ({ saveDraft: true }),
        ReleaseClaim: () => ({ releaseClaim: true }),
        ExtendClaim: () => ({ extendClaim: { __typename: 'RequestClaimed', request: nextCase } }),
        ClaimNext: () => ({ claimNext: { __typename: 'RequestClaimed', request: nextCase } }),
        DecisionReasons: () => ({ decisionReasons: REASONS }),
        ...answers,
      },
      addresses: ['/permohonan/$nomor', '/antrean', '/akun/$id'],
      viewer,
    },
  );
  await screen.findByRole('heading', { level: 1, name: TICKET });
  const sent = (operation: string) => shown.asked.filter((one) => one.operation === operation);
  return { ...shown, sent, keyboard: userEvent.setup() };
}
