import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { SubmitEmailReplacementInput } from './replacement-application.input.js';
import { SubmitEmailReplacementResult } from './replacement-submission.result.js';
import type { ReplacementSubmissionService } from './replacement-submission.service.js';

@Resolver()
export class ReplacementSubmissionResolver {
  constructor(private readonly submission: ReplacementSubmissionService) {}

  @Sensitive()
  @Mutation(() => SubmitEmailReplacementResult, {
    description: 'Hands the request in: needs the confirmed new email and the required evidence.',
  })
  submitEmailReplacement(
    @Arg('input', () => SubmitEmailReplacementInput) input: SubmitEmailReplacementInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<SubmitEmailReplacementResult> {
    return this.submission.submit(input, caller);
  }
}
