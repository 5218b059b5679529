import { t } from '@lingui/core/macro';

import {
  CompleteRegistrationDocument,
  type CompleteRegistrationInput,
  type CompleteRegistrationMutation,
} from '../../gql/graphql.ts';
import { FieldsRefused } from '../../platform/failures.ts';
import { knownIdentifier } from '../../platform/known-identifier.ts';
import { request } from '../../platform/request.ts';
import { navigate } from '../../platform/router.tsx';
import { refusal } from '../../platform/sentences.ts';
import { isoDate } from '../../ui/birth-date-field.tsx';
import { whyRefused } from '../../ui/password-rules.ts';
import { answers, isEntity } from './answers.ts';
import { type Draft, draft } from './draft.ts';
import { type Finished, finished } from './finished.ts';
import { otherChannel } from './other-contact.step.tsx';
import { endDraft } from './send-code.ts';

type Outcome = CompleteRegistrationMutation['completeRegistration'];

/** Hands everything in. Safe to repeat: what was done is answered again, by the key it was sent with. */
export async function complete(begun: Draft): Promise<void> {
  const input = inputOf(begun);
  const { completeRegistration: outcome } = await request(CompleteRegistrationDocument, { input });
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
      endDraft();
      throw refusal(outcome);
    default:
      throw refusal(outcome);
  }
}

function leave(outcome: Finished): void {
  finished.set({ outcome });
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
    idempotencyKey: begun.commandKey,
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
