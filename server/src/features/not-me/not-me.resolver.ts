import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { Urgent } from '../../platform/graphql/urgency.js';
import { ReportNotMeInput } from './not-me.input.js';
import { ReportNotMeResult } from './not-me.result.js';
import type { NotMeService } from './not-me.service.js';

@Resolver()
export class NotMeResolver {
  constructor(private readonly reports: NotMeService) {}

  @Urgent('STOP')
  @Sensitive()
  @Mutation(() => ReportNotMeResult, {
    description:
      '"This was not me", from any security notice: ends sessions and open secrets, makes the password useless, stops a running replacement.',
  })
  reportNotMe(
    @Arg('input', () => ReportNotMeInput) input: ReportNotMeInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ReportNotMeResult> {
    return this.reports.report(input, caller);
  }
}
