import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { Urgent } from '../../platform/graphql/urgency.js';
import { CompleteRegistrationInput } from './registration-completion.input.js';
import { CompleteRegistrationResult } from './registration-completion.result.js';
import type { RegistrationCompletionService } from './registration-completion.service.js';
import type { RegistrationProofService } from './registration-proof.service.js';
import {
  ResendRegistrationCodeInput,
  StartRegistrationInput,
  VerifyRegistrationCodeInput,
} from './registration-start.input.js';
import {
  ResendRegistrationCodeResult,
  StartRegistrationResult,
  VerifyRegistrationCodeResult,
} from './registration-start.result.js';
import type { RegistrationStartService } from './registration-start.service.js';

/** The three steps in their order: a contact, its proof, the person (docs/flows/registration.md). */
@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly opening: RegistrationStartService,
    private readonly proof: RegistrationProofService,
    private readonly completion: RegistrationCompletionService,
  ) {}

  @Urgent('REGISTRATION')
  @Sensitive()
  @Mutation(() => StartRegistrationResult)
  startRegistration(
    @Arg('input', () => StartRegistrationInput) input: StartRegistrationInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<StartRegistrationResult> {
    return this.opening.start(input, caller);
  }

  @Urgent('REGISTRATION')
  @Sensitive()
  @Mutation(() => ResendRegistrationCodeResult, {
    description: 'The earlier code dies; with `contact`, the registration goes on with another address.',
  })
  resendRegistrationCode(
    @Arg('input', () => ResendRegistrationCodeInput) input: ResendRegistrationCodeInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<ResendRegistrationCodeResult> {
    return this.opening.resend(input, caller);
  }

  @Urgent('REGISTRATION')
  @Sensitive()
  @Mutation(() => VerifyRegistrationCodeResult)
  verifyRegistrationCode(
    @Arg('input', () => VerifyRegistrationCodeInput) input: VerifyRegistrationCodeInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<VerifyRegistrationCodeResult> {
    return this.proof.verify(input, caller);
  }

  @Urgent('REGISTRATION')
  @Sensitive()
  @Mutation(() => CompleteRegistrationResult)
  completeRegistration(
    @Arg('input', () => CompleteRegistrationInput) input: CompleteRegistrationInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<CompleteRegistrationResult> {
    return this.completion.complete(input, caller);
  }
}
