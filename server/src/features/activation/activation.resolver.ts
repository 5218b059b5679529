import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import {
  ActivateAccountInput,
  ActivateAccountWithCodeInput,
  CorrectUnverifiedContactInput,
  ResendActivationInput,
} from './activation.input.js';
import {
  ActivateAccountResult,
  CorrectUnverifiedContactResult,
  ResendActivationResult,
} from './activation.result.js';
import type { ActivationService } from './activation.service.js';
import type { ActivationResendService } from './activation-resend.service.js';
import type { ContactCorrectionService } from './contact-correction.service.js';

@Resolver()
export class ActivationResolver {
  constructor(
    private readonly activation: ActivationService,
    private readonly resending: ActivationResendService,
    private readonly correction: ContactCorrectionService,
  ) {}

  @Sensitive()
  @Mutation(() => ActivateAccountResult)
  activateAccount(
    @Arg('input', () => ActivateAccountInput) input: ActivateAccountInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ActivateAccountResult> {
    return this.activation.activate(input, caller);
  }

  @Sensitive()
  @Mutation(() => ActivateAccountResult)
  activateAccountWithCode(
    @Arg('input', () => ActivateAccountWithCodeInput) input: ActivateAccountWithCodeInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ActivateAccountResult> {
    return this.activation.activateWithCode(input, caller);
  }

  @Sensitive()
  @Mutation(() => ResendActivationResult, {
    description: 'The earlier activation of that contact dies with the new one.',
  })
  resendActivation(
    @Arg('input', () => ResendActivationInput) input: ResendActivationInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ResendActivationResult> {
    return this.resending.request(input, caller);
  }

  @Sensitive()
  @Mutation(() => CorrectUnverifiedContactResult, {
    description: 'A person not yet activated mends a mistyped contact; earlier activation secrets die.',
  })
  correctUnverifiedContact(
    @Arg('input', () => CorrectUnverifiedContactInput) input: CorrectUnverifiedContactInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<CorrectUnverifiedContactResult> {
    return this.correction.correct(input, caller);
  }
}
