import { Query, Resolver } from 'type-graphql';

import { PasswordPolicy } from './password-policy.js';

@Resolver()
export class PasswordPolicyResolver {
  constructor(private readonly policy: PasswordPolicy) {}

  @Query(() => PasswordPolicy)
  passwordPolicy(): PasswordPolicy {
    return this.policy;
  }
}
