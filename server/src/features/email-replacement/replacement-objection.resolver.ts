import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { whoIsSignedIn } from '../../account/signed-in.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { Urgent } from '../../platform/graphql/urgency.js';
import {
  CancelEmailReplacementInput,
  UndoEmailReplacementInput,
  WithdrawEmailReplacementInput,
} from './replacement-objection.input.js';
import {
  CancelEmailReplacementResult,
  EmailReplacementsStopped,
  UndoEmailReplacementResult,
  WithdrawEmailReplacementResult,
} from './replacement-objection.result.js';
import type { ReplacementObjectionService } from './replacement-objection.service.js';
import type { ReplacementWayBackService } from './replacement-way-back.service.js';

@Resolver()
export class ReplacementObjectionResolver {
  constructor(
    private readonly objection: ReplacementObjectionService,
    private readonly undoing: ReplacementWayBackService,
  ) {}

  @Urgent('STOP')
  @Sensitive()
  @Mutation(() => CancelEmailReplacementResult, {
    description: 'The stop link sent to every old channel, before the change takes effect.',
  })
  cancelEmailReplacement(
    @Arg('input', () => CancelEmailReplacementInput) input: CancelEmailReplacementInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<CancelEmailReplacementResult> {
    return this.objection.cancel(input, caller);
  }

  @Urgent('STOP')
  @Sensitive()
  @Mutation(() => UndoEmailReplacementResult, {
    description: 'The undo link sent to the old address, for some days after the change took effect.',
  })
  undoEmailReplacement(
    @Arg('input', () => UndoEmailReplacementInput) input: UndoEmailReplacementInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<UndoEmailReplacementResult> {
    return this.undoing.undo(input, caller);
  }

  @Sensitive()
  @Mutation(() => WithdrawEmailReplacementResult, { description: 'The applicant takes the request back.' })
  withdrawEmailReplacement(
    @Arg('input', () => WithdrawEmailReplacementInput) input: WithdrawEmailReplacementInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<WithdrawEmailReplacementResult> {
    return this.objection.withdraw(input, caller);
  }

  @Urgent('STOP')
  @Sensitive()
  @Mutation(() => EmailReplacementsStopped, {
    description: 'The logged-in owner ends every open request about this account.',
  })
  async stopEmailReplacements(@Ctx() context: PublicContext): Promise<EmailReplacementsStopped> {
    return this.objection.stopOwn(await whoIsSignedIn(context), context.caller);
  }
}
