import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { ResendActivationByAgentInput } from './activation-resend-by-agent.input.js';
import { ResendActivationByAgentResult } from './activation-resend-by-agent.result.js';
import type { ActivationResendByAgentService } from './activation-resend-by-agent.service.js';

@Resolver()
export class ActivationResendResolver {
  constructor(private readonly resending: ActivationResendByAgentService) {}

  @Sensitive()
  @Mutation(() => ResendActivationByAgentResult, {
    description: 'Sent again within the pause it is refused and shows the message that went out.',
  })
  async resendActivation(
    @Arg('input', () => ResendActivationByAgentInput) input: ResendActivationByAgentInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<ResendActivationByAgentResult> {
    return this.resending.resend(input, await whoIsOnDuty(context), context);
  }
}
