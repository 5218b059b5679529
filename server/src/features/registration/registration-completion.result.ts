import { createUnionType, Field, ObjectType } from 'type-graphql';

import { MaskedContact } from '../../account/channel.type.js';
import type { Contact } from '../../account/contact.js';
import { IdentityMismatch } from '../../account/identity-mismatch.result.js';
import { PasswordRejected } from '../../account/password-rejected.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { Said } from '../../platform/graphql/said.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';
import { RegistrationExpired } from './registration-start.result.js';

@ObjectType()
export class RegistrationCompleted {
  @Field(() => String)
  readonly username: string;

  @Field(() => [MaskedContact])
  readonly activationSentTo: MaskedContact[];

  @Field(() => Date, { description: 'Of the link; a code by WhatsApp is good for some minutes only.' })
  readonly activationExpiresAt: Date;

  @Field(() => [String], {
    description:
      'Codes of things to look at again, such as `BIRTH_DATE_DIFFERS`. Nothing was refused for them.',
  })
  readonly warnings: string[];

  constructor(made: {
    username: string;
    sentTo: Contact[];
    activationExpiresAt: Date;
    warnings: readonly string[];
  }) {
    this.username = made.username;
    this.activationSentTo = made.sentTo.map((contact) => new MaskedContact(contact));
    this.activationExpiresAt = made.activationExpiresAt;
    this.warnings = [...made.warnings];
  }
}

@ObjectType({ implements: Problem, description: 'Said only to somebody who has proven a contact.' })
export class IdentityAlreadyRegistered extends Problem {
  readonly words = {
    id: 'Identitas ini sudah memiliki akun. Silakan masuk, atau gunakan Lupa Akun bila tidak ingat akunnya.',
    en: 'This identity already has an account. Log in, or use the forgotten-account page if you no longer know it.',
  };
}

// No `Problem`: nothing failed, it only takes longer.
@ObjectType({
  description:
    'A registry cannot be reached. The registration is kept and finished by itself; the person is told by message.',
})
export class RegistrationPending extends Said {
  readonly words = {
    id: 'Data Anda tersimpan. Sistem kependudukan atau pajak belum dapat dihubungi; kami mencoba lagi dan mengabari Anda.',
    en: 'Your data are kept. The population or tax system cannot be reached now; we try again and tell you.',
  };
}

export const CompleteRegistrationResult = createUnionType({
  name: 'CompleteRegistrationResult',
  types: () =>
    [
      RegistrationCompleted,
      RegistrationPending,
      PasswordRejected,
      IdentityMismatch,
      IdentityAlreadyRegistered,
      RegistrationExpired,
      TooManyRequests,
    ] as const,
});
export type CompleteRegistrationResult = typeof CompleteRegistrationResult;
