import { createUnionType, Field, Int, ObjectType } from 'type-graphql';

import { LoginRejected } from '../../account/login-rejected.result.js';
import { PasswordRejected } from '../../account/password-rejected.result.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

@ObjectType({ description: 'Every other session and every open secret of the account has ended.' })
export class PasswordChanged {
  @Field(() => Int)
  readonly endedSessions: number;

  @Field(() => String, {
    description:
      'Use it from now on: the former token ends when this one is first used. Empty where the session is in a cookie.',
  })
  readonly token: string;

  constructor(endedSessions: number, token: string) {
    this.endedSessions = endedSessions;
    this.token = token;
  }

  handedOver(handOver: (token: string) => string): PasswordChanged {
    return new PasswordChanged(this.endedSessions, handOver(this.token));
  }
}

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  types: () => [PasswordChanged, PasswordRejected, LoginRejected, TooManyRequests] as const,
});
export type ChangePasswordResult = typeof ChangePasswordResult;
