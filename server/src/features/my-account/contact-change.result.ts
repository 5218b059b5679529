import { createUnionType, Field, ObjectType } from 'type-graphql';

import { AccountView } from '../../account/account.type.js';
import { MaskedContact } from '../../account/channel.type.js';
import { CodeExpired, CodeRejected } from '../../account/code.results.js';
import type { Contact } from '../../account/contact.js';
import { LinkExpired, LinkRejected } from '../../account/link.results.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType({ description: 'The same answer whether or not the contact is taken.' })
export class ContactChangeRequested {
  @Field(() => MaskedContact)
  readonly codeSentTo: MaskedContact;

  @Field(() => Date)
  readonly codeExpiresAt: Date;

  @Field(() => Date)
  readonly resendAvailableAt: Date;

  constructor(contact: Contact, codeExpiresAt: Date, resendAvailableAt: Date) {
    this.codeSentTo = new MaskedContact(contact);
    this.codeExpiresAt = codeExpiresAt;
    this.resendAvailableAt = resendAvailableAt;
  }
}

@ObjectType({ description: 'The former contact is back, and everybody is logged out.' })
export class ContactChangeUndone {
  @Field(() => MaskedContact)
  readonly restored: MaskedContact;

  constructor(contact: Contact) {
    this.restored = new MaskedContact(contact);
  }
}

export const RequestContactChangeResult = createUnionType({
  name: 'RequestContactChangeResult',
  types: () => [ContactChangeRequested, LoginRejected, TooManyRequests] as const,
});
export type RequestContactChangeResult = typeof RequestContactChangeResult;

export const ConfirmContactChangeResult = createUnionType({
  name: 'ConfirmContactChangeResult',
  types: () => [AccountView, CodeRejected, CodeExpired, TooManyRequests] as const,
});
export type ConfirmContactChangeResult = typeof ConfirmContactChangeResult;

export const UndoContactChangeResult = createUnionType({
  name: 'UndoContactChangeResult',
  types: () => [ContactChangeUndone, LinkRejected, LinkExpired] as const,
});
export type UndoContactChangeResult = typeof UndoContactChangeResult;
