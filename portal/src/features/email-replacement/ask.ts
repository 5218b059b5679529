import {
  RequestEmailReplacementDocument,
  type RequestEmailReplacementInput,
  ResendNewEmailCodeDocument,
} from '../../gql/graphql.ts';
import { commandFor } from '../../platform/command-key.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import type { Captcha } from '../../ui/captcha.tsx';
import { answers } from './answers.ts';
import { reasons } from './reasons.ts';
import { type Ticket, ticket } from './ticket.ts';

/** Opens the request, or sends the code of an open one to another address. */
export async function ask(captcha: Captcha): Promise<void> {
  const open = ticket.now;
  if (open && !open.emailConfirmed) await resend(open, answers.now.newEmail);
  else await begin(captcha);
  navigate('/email-tidak-aktif/kode');
}

async function begin(captcha: Captcha): Promise<void> {
  const asked = inputOf();
  const opening = commandFor(answers.now.opening, asked);
  answers.set({ opening });
  const input = { ...asked, captcha: await captcha.take(), idempotencyKey: opening.key };
  const { requestEmailReplacement: outcome } = await request(RequestEmailReplacementDocument, { input });
  if (outcome.__typename !== 'EmailReplacementRequested') throw refusal(outcome, '', 'MESSAGE');
  const { codeSentTo: sentTo, codeExpiresAt, resendAvailableAt } = outcome;
  ticket.keep({
    ticket: outcome.ticket,
    token: outcome.ticketToken,
    sent: { sentTo, codeExpiresAt, resendAvailableAt },
    required: outcome.requiredEvidence,
    missing: outcome.requiredEvidence,
    emailConfirmed: false,
    otherChannel: null,
    otherConfirmed: false,
    otherGivenUp: false,
    returned: false,
    renewed: [],
    submitted: false,
  });
}

/** The former code is void then. */
export async function resend(open: Ticket, newEmail?: string): Promise<void> {
  const input = { ticketToken: open.token, newEmail: newEmail ?? null };
  const { resendNewEmailCode: outcome } = await request(ResendNewEmailCodeDocument, { input });
  if (outcome.__typename !== 'NewEmailCodeSent') throw refusal(outcome, '', 'MESSAGE');
  const { codeSentTo: sentTo, codeExpiresAt, resendAvailableAt } = outcome;
  ticket.keep({ ...open, sent: { sentTo, codeExpiresAt, resendAvailableAt } });
}

function inputOf(): RequestEmailReplacementInput {
  const { nik, hasNib, nib, identifier, newEmail, fullName, forEntity, position, requester, reason, story } =
    answers.now;
  const why = reasons()[reason ?? 'INACTIVE'];
  return {
    nik,
    hasNib: hasNib === 'yes',
    nib: hasNib === 'yes' ? nib : null,
    identifier: identifier.trim() || null,
    newEmail,
    fullName,
    position: forEntity === 'yes' ? position : null,
    requester: requester ?? 'OWNER',
    reason: [why, story.trim()].filter(Boolean).join('. '),
  };
}
