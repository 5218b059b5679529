import { Query, Resolver } from 'type-graphql';

import { Urgent } from '../platform/graphql/urgency.js';
import { PasswordPolicy } from './password-policy.js';

@Resolver()
export class PasswordPolicyResolver {
  constructor(private readonly policy: PasswordPolicy) {}

  @Urgent('REGISTRATION')
  @Query(() => PasswordPolicy)
  passwordPolicy(): PasswordPolicy {
    return this.policy;
  }
}
