import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { Urgent } from '../../platform/graphql/urgency.js';
import {
  ConfirmNewEmailInput,
  ConfirmOtherChannelInput,
  EmailReplacementProgressInput,
  EmailReplacementStatusInput,
  RequestEmailReplacementInput,
  ResendNewEmailCodeInput,
  SendOtherChannelCodeInput,
} from './replacement-application.input.js';
import {
  ConfirmNewEmailResult,
  ConfirmOtherChannelResult,
  EmailReplacementProgressResult,
  EmailReplacementStatusResult,
  RequestEmailReplacementResult,
  ResendNewEmailCodeResult,
  SendOtherChannelCodeResult,
} from './replacement-application.result.js';
import type { ReplacementApplicationService } from './replacement-application.service.js';
import type { ReplacementFollowingService } from './replacement-following.service.js';
import type { ReplacementProofService } from './replacement-proof.service.js';

@Resolver()
export class ReplacementApplicationResolver {
  constructor(
    private readonly application: ReplacementApplicationService,
    private readonly proof: ReplacementProofService,
    private readonly following: ReplacementFollowingService,
  ) {}

  @Urgent('LOOKUP')
  @Sensitive()
  @Mutation(() => RequestEmailReplacementResult)
  requestEmailReplacement(
    @Arg('input', () => RequestEmailReplacementInput) input: RequestEmailReplacementInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<RequestEmailReplacementResult> {
    return this.application.request(input, caller);
  }

  @Sensitive()
  @Mutation(() => ResendNewEmailCodeResult, {
    description: 'Another code to the new email, or to another one while none is proven.',
  })
  resendNewEmailCode(
    @Arg('input', () => ResendNewEmailCodeInput) input: ResendNewEmailCodeInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ResendNewEmailCodeResult> {
    return this.application.resend(input, caller);
  }

  @Sensitive()
  @Mutation(() => ConfirmNewEmailResult)
  confirmNewEmail(
    @Arg('input', () => ConfirmNewEmailInput) input: ConfirmNewEmailInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ConfirmNewEmailResult> {
    return this.proof.confirmNewEmail(input, caller);
  }

  @Sensitive()
  @Mutation(() => SendOtherChannelCodeResult, {
    description: 'To `otherChannel`, where there is one. The new email is proven first.',
  })
  sendOtherChannelCode(
    @Arg('input', () => SendOtherChannelCodeInput) input: SendOtherChannelCodeInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<SendOtherChannelCodeResult> {
    return this.proof.sendOtherChannelCode(input, caller);
  }

  @Sensitive()
  @Mutation(() => ConfirmOtherChannelResult)
  confirmOtherChannel(
    @Arg('input', () => ConfirmOtherChannelInput) input: ConfirmOtherChannelInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ConfirmOtherChannelResult> {
    return this.proof.confirmOtherChannel(input, caller);
  }

  @Sensitive()
  @Query(() => EmailReplacementProgressResult, {
    description: 'How far a request is, for whoever has its token: after a reload, or on another device.',
  })
  emailReplacementProgress(
    @Arg('input', () => EmailReplacementProgressInput) input: EmailReplacementProgressInput,
  ): Promise<EmailReplacementProgressResult> {
    return this.following.progress(input);
  }

  @Urgent('LOOKUP')
  @Sensitive()
  @Query(() => EmailReplacementStatusResult)
  emailReplacementStatus(
    @Arg('input', () => EmailReplacementStatusInput) input: EmailReplacementStatusInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<EmailReplacementStatusResult> {
    return this.following.status(input, caller);
  }
}
