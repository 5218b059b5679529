import { Field, ObjectType } from 'type-graphql';

import { Problem } from '../platform/graphql/problem.js';
import { PasswordRule } from './password-policy.js';

@ObjectType({
  implements: Problem,
  description: 'The new password breaks rules of the active policy; nothing has changed.',
})
export class PasswordRejected extends Problem {
  readonly words = {
    id: 'Kata sandi ini belum memenuhi aturan.',
    en: 'This password does not meet the rules.',
  };

  @Field(() => [PasswordRule])
  readonly reasons: PasswordRule[];

  constructor(reasons: PasswordRule[]) {
    super();
    this.reasons = reasons;
  }
}
