import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { SpotDraftInput } from './spot-check.input.js';
import { TakeSpotCheckResult } from './spot-check.result.js';
import type { SpotCheckService } from './spot-check.service.js';
import { SpotCheckView } from './spot-check.type.js';

const MAY_RETURN = 'The page may only be loaded again: the check stays for a moment longer.';

/** The one second look in an agent's hands, from taking it to giving it back. */
@Resolver()
export class SpotCheckHoldingResolver {
  constructor(private readonly checks: SpotCheckService) {}

  @Query(() => SpotCheckView, {
    nullable: true,
    description: 'The one this agent has taken and not said yet.',
  })
  async spotCheckInHand(@Ctx() context: HelpdeskContext): Promise<SpotCheckView | null> {
    return this.checks.inHand(await whoIsOnDuty(context));
  }

  @Sensitive()
  @Mutation(() => TakeSpotCheckResult, {
    description: 'The decided LOW case that waits longest for a second look by somebody who has not seen it.',
  })
  async takeSpotCheck(@Ctx() context: HelpdeskContext): Promise<TakeSpotCheckResult> {
    return this.checks.take(await whoIsOnDuty(context), context);
  }

  @Mutation(() => Date, {
    nullable: true,
    description:
      'The heartbeat of a check; send it with `x-background: 1`. Until when it is this agent’s; null: it was not any more.',
  })
  async extendSpotCheck(
    @Arg('checkId', () => ID) checkId: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<Date | null> {
    return this.checks.extend(checkId, await whoIsOnDuty(context));
  }

  @Mutation(() => Boolean, { description: 'False: it was not this agent’s any more.' })
  async releaseSpotCheck(
    @Arg('checkId', () => ID) checkId: string,
    @Arg('mayReturn', () => Boolean, { defaultValue: false, description: MAY_RETURN }) mayReturn: boolean,
    @Ctx() context: HelpdeskContext,
  ): Promise<boolean> {
    return this.checks.release({ checkId, mayReturn }, await whoIsOnDuty(context));
  }

  @Mutation(() => Boolean, { description: 'False: it was not this agent’s any more.' })
  async saveSpotCheckDraft(
    @Arg('input', () => SpotDraftInput) input: SpotDraftInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<boolean> {
    return this.checks.keepDraft(input, await whoIsOnDuty(context));
  }
}
