import {
  ResendRegistrationCodeDocument,
  StartRegistrationDocument,
  type StartRegistrationMutation,
} from '../../gql/graphql.ts';
import { commandFor } from '../../platform/command-key.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import type { Captcha } from '../../ui/captcha.tsx';
import { answers } from './answers.ts';
import { declarationOf } from './declaration.ts';
import { type Draft, draft } from './draft.ts';

type Started = Extract<
  StartRegistrationMutation['startRegistration'],
  { readonly __typename?: 'RegistrationStarted' }
>;

/** Begins a registration, or goes on with the one that has begun at another contact. */
export async function sendCode(captcha: Captcha): Promise<void> {
  const declaration = declarationOf(answers.now);
  const same = answers.now.declared === JSON.stringify(declaration);
  const begun = draft.now;
  if (begun && !begun.verified && same) await resendTo(begun, answers.now);
  else await start(captcha, declaration);
  navigate('/daftar/kode');
}

async function start(captcha: Captcha, declaration: ReturnType<typeof declarationOf>): Promise<void> {
  const { channel, contact } = answers.now;
  const asked = { ...declaration, channel, contact };
  const opening = commandFor(answers.now.opening, asked);
  answers.set({ opening });
  const input = { ...asked, captcha: await captcha.take(), idempotencyKey: opening.key };
  const { startRegistration: outcome } = await request(StartRegistrationDocument, { input });
  if (outcome.__typename !== 'RegistrationStarted') throw refusal(outcome, '', 'MESSAGE');
  answers.set({ declared: JSON.stringify(declaration) });
  keep(outcome, { ...declaration, commandKey: opening.key });
}

/** To the same contact, or to another; what was sent before is void then. */
export async function resendTo(
  begun: Draft,
  to?: { readonly channel: 'EMAIL' | 'WHATSAPP'; readonly contact: string },
): Promise<void> {
  const other = to && { channel: to.channel, contact: to.contact };
  const input = { registrationToken: begun.token, ...other };
  const { resendRegistrationCode: outcome } = await request(ResendRegistrationCodeDocument, { input });
  if (outcome.__typename === 'RegistrationStarted') return keep(outcome, begun);
  if (outcome.__typename === 'RegistrationExpired') endDraft();
  throw refusal(outcome, '', 'MESSAGE');
}

/** It is over at the service: the same answers begin another one, under another key. */
export function endDraft(): void {
  draft.forget();
  answers.set({ opening: undefined, declared: undefined });
}

function keep(started: Started, of: Pick<Draft, 'scale' | 'actor' | 'commandKey'>): void {
  const { registrationToken: token, codeSentTo: sentTo, codeExpiresAt, resendAvailableAt } = started;
  const { scale, actor, commandKey } = of;
  const sent = { sentTo, codeExpiresAt, resendAvailableAt };
  draft.keep({ token, commandKey, verified: false, scale, actor, sent });
}
