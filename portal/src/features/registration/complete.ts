import { t } from '@lingui/core/macro';

import {
  CompleteRegistrationDocument,
  type CompleteRegistrationInput,
  type CompleteRegistrationMutation,
} from '../../gql/graphql.ts';
import { FieldsRefused, Offline } from '../../platform/failures.ts';
import { knownIdentifier } from '../../platform/known-identifier.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { isoDate } from '../../ui/birth-date-field.tsx';
import { whyRefused } from '../../ui/password-rules.ts';
import { answers, isEntity } from './answers.ts';
import { type Draft, draft } from './draft.ts';
import { type Finished, finish } from './finished.ts';
import { otherChannel } from './other-contact.step.tsx';

type Outcome = CompleteRegistrationMutation['completeRegistration'];

/** Whether an answer was lost on its way: then a registration that has "ended" was done. */
let unanswered = false;

/** Hands everything in. Safe to repeat: the service knows the draft, and one that is done answers as ended. */
export async function complete(begun: Draft): Promise<void> {
  const outcome = await handIn(begun);
  switch (outcome.__typename) {
    case 'RegistrationCompleted':
      knownIdentifier.set({ identifier: outcome.username });
      return leave(outcome);
    case 'RegistrationPending':
    case 'IdentityAlreadyRegistered':
      return leave(outcome);
    case 'PasswordRejected':
      throw refusal({ message: whyRefused(outcome.reasons) }, 'password');
    case 'IdentityMismatch':
      throw mismatch(outcome);
    case 'RegistrationExpired':
      if (unanswered) return leave();
      draft.forget();
      throw refusal(outcome);
    default:
      throw refusal(outcome);
  }
}

async function handIn(begun: Draft): Promise<Outcome> {
  try {
    const answer = await request(CompleteRegistrationDocument, { input: inputOf(begun) });
    return answer.completeRegistration;
  } catch (error) {
    unanswered ||= error instanceof Offline;
    throw error;
  }
}

/** Without an outcome the last page says to look at the messages. */
function leave(outcome?: Finished): void {
  finish(outcome);
  draft.forget();
  answers.forget();
  navigate('/daftar/selesai', { replace: true });
}

function mismatch({ fields, message }: Extract<Outcome, { __typename: 'IdentityMismatch' }>): FieldsRefused {
  const where = fields.length > 0 ? fields : [''];
  return new FieldsRefused(where.map((field) => ({ field, message: `${t`Periksa lagi:`} ${message}` })));
}

function inputOf(begun: Draft): CompleteRegistrationInput {
  const given = answers.now;
  const other = given.otherContact.trim() || null;
  const [email, whatsapp] = otherChannel(begun) === 'EMAIL' ? [other, null] : [null, other];
  return {
    registrationToken: begun.token,
    password: given.password,
    fullName: given.fullName,
    birthDate: isoDate(given.birth) || null,
    sex: given.sex ?? null,
    position: isEntity(given) ? given.position : null,
    address: {
      street: given.street,
      regionCode: given.regionCode,
      postalCode: given.postalCode.trim() || null,
    },
    npwp: isEntity(given) ? null : given.npwp.trim() || null,
    email,
    whatsapp,
    acceptTerms: given.acceptTerms,
  };
}
