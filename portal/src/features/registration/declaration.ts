import type { StartRegistrationInput } from '../../gql/graphql.ts';
import { type Answers, isEntity } from './answers.ts';

const orNull = (text: string): string | null => text.trim() || null;

/** What the first steps declare, without the contact. Nobody is asked here for who they are not. */
export function declarationOf(
  given: Answers,
): Omit<StartRegistrationInput, 'channel' | 'contact' | 'captcha'> {
  const { scale = 'UMK', actor = 'INDIVIDUAL' } = given;
  const identity =
    given.identityBy === 'NIK'
      ? { nik: given.nik }
      : { passport: given.passport, passportCountry: given.passportCountry };
  if (!isEntity(given)) return { scale, actor, identity };
  const entity = {
    kind: given.entityKind || ('OTHER' as const),
    name: given.entityName,
    registrationNumber: orNull(given.registrationNumber),
    npwp: orNull(given.entityNpwp),
    nib: orNull(given.nib),
    country: actor === 'BUSINESS_ENTITY' ? null : orNull(given.country),
  };
  return { scale, actor, identity, entity };
}
