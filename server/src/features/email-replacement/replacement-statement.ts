import { ActorKind } from '../../account/business-actor.js';
import { type Contact, readEmail, readIdentifier } from '../../account/contact.js';
import { nibStated } from '../../account/nib-stated.js';
import { readNik } from '../../account/nik.js';
import { readPersonName } from '../../account/person-name.js';
import { text } from '../../platform/graphql/shaped.js';
import { valueIn } from '../../platform/words/fault.js';
import type { RequestEmailReplacementInput } from './replacement-application.input.js';
import type { RequesterKind } from './requester-kind.js';

/** What an applicant says, in canonical form. */
export interface Statement {
  readonly nik: string;
  readonly nib: string | null;
  /** Key of the username or contact, if one was named. */
  readonly identifier: string | null;
  readonly newEmail: Contact;
  readonly fullName: string;
  readonly position: string | null;
  readonly actor: ActorKind;
  readonly requester: RequesterKind;
  readonly reason: string;
}

/** Throws `InvalidInput` where two fields contradict each other; each by itself has been checked before. */
export function readStatement(input: RequestEmailReplacementInput): Statement {
  const nib = nibStated(input);
  const position = input.position ? valueIn(text(2, 100)(input.position)) : null;
  return {
    nik: valueIn(readNik(input.nik)),
    nib,
    identifier: input.identifier ? valueIn(readIdentifier(input.identifier)).key : null,
    newEmail: emailContact(input.newEmail),
    fullName: valueIn(readPersonName(input.fullName)),
    position,
    actor: position === null ? ActorKind.INDIVIDUAL : ActorKind.BUSINESS_ENTITY,
    requester: input.requester,
    reason: valueIn(text(3, 1000)(input.reason)),
  };
}

export function emailContact(raw: string): Contact {
  const { stored, key } = valueIn(readEmail(raw));
  return { channel: 'EMAIL', value: stored, key };
}
