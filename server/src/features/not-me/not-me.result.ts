import { createUnionType, Field, Int, ObjectType } from 'type-graphql';

import { LinkExpired, LinkRejected } from '../../account/link.results.js';

@ObjectType({
  description:
    'Every session and open secret of the account has ended; nobody logs in before a new password is set.',
})
export class AccountSecured {
  @Field(() => Int)
  readonly endedSessions: number;

  constructor(endedSessions: number) {
    this.endedSessions = endedSessions;
  }
}

export const ReportNotMeResult = createUnionType({
  name: 'ReportNotMeResult',
  types: () => [AccountSecured, LinkRejected, LinkExpired] as const,
});
export type ReportNotMeResult = typeof ReportNotMeResult;
