import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { RevealInput } from './reveal.input.js';
import { RevealResult } from './reveal.result.js';
import type { RevealService } from './reveal.service.js';

@Resolver()
export class RevealResolver {
  constructor(private readonly reveals: RevealService) {}

  @Sensitive()
  @Mutation(() => RevealResult, {
    description: 'Each is counted and on record, with reason and field names.',
  })
  async reveal(
    @Arg('input', () => RevealInput) input: RevealInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<RevealResult> {
    return this.reveals.reveal(input, await whoIsOnDuty(context), context);
  }
}
