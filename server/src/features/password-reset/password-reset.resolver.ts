import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { RequestPasswordResetInput, ResetPasswordInput } from './password-reset.input.js';
import { RequestPasswordResetResult, ResetPasswordResult } from './password-reset.result.js';
import type { PasswordResetService } from './password-reset.service.js';
import type { PasswordResetRequestService } from './password-reset-request.service.js';

@Resolver()
export class PasswordResetResolver {
  constructor(
    private readonly requests: PasswordResetRequestService,
    private readonly resets: PasswordResetService,
  ) {}

  @Sensitive()
  @Mutation(() => RequestPasswordResetResult, {
    description: 'By itself it changes nothing: password and sessions go on until the link is used.',
  })
  requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput) input: RequestPasswordResetInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<RequestPasswordResetResult> {
    return this.requests.request(input, caller);
  }

  @Sensitive()
  @Mutation(() => ResetPasswordResult, { description: 'Nobody is logged in by it.' })
  resetPassword(
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ResetPasswordResult> {
    return this.resets.reset(input, caller);
  }
}
