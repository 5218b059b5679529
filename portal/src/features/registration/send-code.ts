import {
  ResendRegistrationCodeDocument,
  StartRegistrationDocument,
  type StartRegistrationMutation,
} from '../../gql/graphql.ts';
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

/** What the running registration declared; unknown after a reload, when nothing can have been changed either. */
let declared: string | undefined;

/** Begins a registration, or goes on with the one that has begun at another contact. */
export async function sendCode(captcha: Captcha): Promise<void> {
  const declaration = declarationOf(answers.now);
  const same = declared === undefined || declared === JSON.stringify(declaration);
  const begun = draft.now;
  if (begun && !begun.verified && same) await resendTo(begun, answers.now);
  else await start(captcha, declaration);
  navigate('/daftar/kode');
}

async function start(captcha: Captcha, declaration: ReturnType<typeof declarationOf>): Promise<void> {
  const { channel, contact } = answers.now;
  const input = { ...declaration, channel, contact, captcha: await captcha.take() };
  const { startRegistration: outcome } = await request(StartRegistrationDocument, { input });
  if (outcome.__typename !== 'RegistrationStarted') throw refusal(outcome);
  declared = JSON.stringify(declaration);
  keep(outcome, declaration);
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
  if (outcome.__typename === 'RegistrationExpired') draft.forget();
  throw refusal(outcome);
}

function keep(started: Started, { scale, actor }: Pick<Draft, 'scale' | 'actor'>): void {
  const { registrationToken: token, codeSentTo: sentTo, codeExpiresAt, resendAvailableAt } = started;
  draft.keep({ token, verified: false, scale, actor, sent: { sentTo, codeExpiresAt, resendAvailableAt } });
}
