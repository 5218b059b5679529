import {
  EmailReplacementProgressDocument,
  type EvidenceKind,
  type ProgressFragment,
} from '../../gql/graphql.ts';
import { KeptAnswers } from '../../platform/kept-answers.ts';
import { request } from '../../platform/request.ts';
import { TabMemory } from '../../platform/tab-memory.ts';
import type { SentCode } from '../../ui/code-page.tsx';

/** What is kept over a reload: the way back to this request and how far it is, and nothing that says who somebody is. */
export interface Ticket {
  readonly ticket: string;
  readonly token: string;
  /** Null on a device that has come by the link of a returned request. */
  readonly sent: SentCode | null;
  readonly required: readonly EvidenceKind[];
  readonly emailConfirmed: boolean;
  /** The old channel that may still be proven; null where there is none, or it was proven or given up. */
  readonly otherChannel: { readonly channel: 'EMAIL' | 'WHATSAPP'; readonly value: string } | null;
  readonly otherConfirmed: boolean;
  readonly otherGivenUp: boolean;
  readonly missing: readonly EvidenceKind[];
  /** The agent asks for something more, and what of it has been handed in here since. */
  readonly returned: boolean;
  readonly renewed: readonly EvidenceKind[];
  readonly submitted: boolean;
  /** When the service last changed it. */
  readonly updatedAt?: string;
}

export const ticket = new TabMemory<Ticket>('permohonan');

/** What the agent wrote, for this page alone: it may speak of a person. */
export const fromAgent = new KeptAnswers({ message: '' });

/** Takes over what the service says of the request; on another device, all of it. */
export function follow(progress: ProgressFragment, token = ticket.now?.token ?? ''): void {
  const before = ticket.now?.token === token ? ticket.now : null;
  const { status, otherChannelConfirmed: otherConfirmed } = progress;
  const otherGivenUp = before?.otherGivenUp ?? false;
  fromAgent.set({ message: progress.messageToApplicant ?? '' });
  ticket.keep({
    ticket: progress.ticket,
    token,
    sent: before?.sent ?? null,
    required: progress.requiredEvidence,
    emailConfirmed: progress.newEmailConfirmed,
    otherChannel: otherConfirmed || otherGivenUp ? null : (progress.otherChannel ?? null),
    otherConfirmed,
    otherGivenUp,
    missing: progress.missingEvidence,
    returned: status === 'RETURNED',
    renewed: before?.renewed ?? [],
    submitted: status !== 'RETURNED' && status !== 'AWAITING_CONFIRMATION',
    updatedAt: progress.updatedAt,
  });
}

/** After a reload: what was stored although its answer was lost, what the desk has asked for since. */
export async function catchUp(): Promise<void> {
  const open = ticket.now;
  if (!open) return;
  const input = { ticketToken: open.token };
  const { emailReplacementProgress: outcome } = await request(EmailReplacementProgressDocument, { input });
  if (ticket.now?.token !== open.token) return;
  if (outcome.__typename === 'EmailReplacementProgress') follow(outcome);
  else if (!open.submitted) ticket.forget(); // it has ended; one that was handed in keeps its number here
}
