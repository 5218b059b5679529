import { createUnionType, Field, ObjectType } from 'type-graphql';

import { AccountView } from '../../account/account.type.js';
import { MaskedContact } from '../../account/channel.type.js';
import { CodeExpired, CodeRejected } from '../../account/code.results.js';
import type { Contact } from '../../account/contact.js';
import { LoginRejected } from '../../account/login-rejected.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType({ description: 'The same answer whether or not the contact is taken.' })
export class ContactChangeRequested {
  @Field(() => MaskedContact)
  readonly codeSentTo: MaskedContact;

  @Field(() => Date)
  readonly codeExpiresAt: Date;

  constructor(contact: Contact, codeExpiresAt: Date) {
    this.codeSentTo = new MaskedContact(contact);
    this.codeExpiresAt = codeExpiresAt;
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

// Unknown and already-used links answer alike, so neither can be probed for.
@ObjectType({ implements: Problem, description: 'No such unused link.' })
export class LinkRejected extends Problem {
  readonly words = {
    id: 'Tautan ini tidak berlaku atau sudah dipakai.',
    en: 'This link is not valid or has been used.',
  };
}

@ObjectType({ implements: Problem, description: 'The link was once good.' })
export class LinkExpired extends Problem {
  readonly words = {
    id: 'Tautan ini sudah kedaluwarsa. Hubungi DPMPTSP setempat bila Anda memerlukan bantuan.',
    en: 'This link has expired. Ask the local licensing office (DPMPTSP) if you need help.',
  };
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
