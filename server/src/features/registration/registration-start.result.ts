import { createUnionType, Field, ObjectType } from 'type-graphql';

import { MaskedContact } from '../../account/channel.type.js';
import { CodeExpired, CodeRejected } from '../../account/code.results.js';
import type { Contact } from '../../account/contact.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType({
  description:
    'The same answer whether or not the contact is known; what differs reaches only the owner’s inbox.',
})
export class RegistrationStarted {
  @Field(() => String, { description: 'Keep it: it is the only way on, and back into this registration.' })
  readonly registrationToken: string;

  @Field(() => MaskedContact)
  readonly codeSentTo: MaskedContact;

  @Field(() => Date)
  readonly codeExpiresAt: Date;

  @Field(() => Date)
  readonly resendAvailableAt: Date;

  constructor(started: { token: string; contact: Contact; codeExpiresAt: Date; resendAvailableAt: Date }) {
    this.registrationToken = started.token;
    this.codeSentTo = new MaskedContact(started.contact);
    this.codeExpiresAt = started.codeExpiresAt;
    this.resendAvailableAt = started.resendAvailableAt;
  }
}

@ObjectType()
export class RegistrationVerified {
  @Field(() => String, { description: 'Replaces the former token, which has ended.' })
  readonly registrationToken: string;

  constructor(token: string) {
    this.registrationToken = token;
  }
}

@ObjectType({ implements: Problem, description: 'Unknown, finished or abandoned for too long. Start again.' })
export class RegistrationExpired extends Problem {
  readonly words = {
    id: 'Pendaftaran ini sudah berakhir. Silakan mulai pendaftaran baru, atau masuk bila sudah punya akun.',
    en: 'This registration has ended. Start a new one, or log in if you have an account.',
  };
}

export const StartRegistrationResult = createUnionType({
  name: 'StartRegistrationResult',
  types: () => [RegistrationStarted, CaptchaRejected, TooManyRequests] as const,
});
export type StartRegistrationResult = typeof StartRegistrationResult;

export const ResendRegistrationCodeResult = createUnionType({
  name: 'ResendRegistrationCodeResult',
  types: () => [RegistrationStarted, RegistrationExpired, TooManyRequests] as const,
});
export type ResendRegistrationCodeResult = typeof ResendRegistrationCodeResult;

export const VerifyRegistrationCodeResult = createUnionType({
  name: 'VerifyRegistrationCodeResult',
  types: () =>
    [RegistrationVerified, CodeRejected, CodeExpired, RegistrationExpired, TooManyRequests] as const,
});
export type VerifyRegistrationCodeResult = typeof VerifyRegistrationCodeResult;
