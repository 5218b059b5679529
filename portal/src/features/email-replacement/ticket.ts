import type { EvidenceKind, ProgressFragment } from '../../gql/graphql.ts';
import { TabMemory } from '../../platform/tab-memory.ts';
import type { SentCode } from '../../ui/code-page.tsx';

/** What is kept over a reload: the way back to this request and how far it is, and nothing that says who somebody is. */
export interface Ticket {
  readonly ticket: string;
  readonly token: string;
  readonly sent: SentCode;
  readonly required: readonly EvidenceKind[];
  readonly emailConfirmed: boolean;
  /** The old channel that may still be proven; null where there is none, or it was proven or given up. */
  readonly otherChannel: { readonly channel: 'EMAIL' | 'WHATSAPP'; readonly value: string } | null;
  readonly otherConfirmed: boolean;
  readonly missing: readonly EvidenceKind[];
  readonly submitted: boolean;
}

export const ticket = new TabMemory<Ticket>('permohonan');

/** The agent asks for more: the same request goes on with what is missing, here where it was begun. */
export function reopen({ missingEvidence }: ProgressFragment): void {
  const before = ticket.now;
  if (before)
    ticket.keep({ ...before, required: missingEvidence, missing: missingEvidence, submitted: false });
}

/** Takes over what the service says of the request. */
export function follow(progress: ProgressFragment): void {
  const before = ticket.now;
  if (!before) return;
  ticket.keep({
    ...before,
    emailConfirmed: progress.newEmailConfirmed,
    otherChannel: progress.otherChannelConfirmed ? null : (progress.otherChannel ?? null),
    otherConfirmed: progress.otherChannelConfirmed,
    missing: progress.missingEvidence,
  });
}
