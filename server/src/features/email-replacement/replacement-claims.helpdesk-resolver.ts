import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { ClaimResult } from './replacement-claims.result.js';
import type { ReplacementClaimsService } from './replacement-claims.service.js';
import { TakeOverClaimInput } from './replacement-decision.input.js';
import { NextClaim } from './replacement-queue.input.js';

const MAY_RETURN = 'The page may only be loaded again: the claim stays for a moment longer.';

@Resolver()
export class ReplacementClaimsResolver {
  constructor(private readonly claims: ReplacementClaimsService) {}

  @Sensitive()
  @Mutation(() => ClaimResult)
  async claimNext(
    @Args(() => NextClaim) asked: NextClaim,
    @Ctx() context: HelpdeskContext,
  ): Promise<ClaimResult> {
    return this.claims.next(asked, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => ClaimResult)
  async claimRequest(
    @Arg('ticket', () => ID) ticket: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<ClaimResult> {
    return this.claims.claim(ticket, await whoIsOnDuty(context), context);
  }

  @Mutation(() => ClaimResult, { description: 'The heartbeat of a claim; send it with `x-background: 1`.' })
  async extendClaim(
    @Arg('ticket', () => ID) ticket: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<ClaimResult> {
    return this.claims.extend(ticket, await whoIsOnDuty(context));
  }

  @Mutation(() => Boolean, { description: 'False: it was not this agent’s any more.' })
  async releaseClaim(
    @Arg('ticket', () => ID) ticket: string,
    @Arg('mayReturn', () => Boolean, { defaultValue: false, description: MAY_RETURN }) mayReturn: boolean,
    @Ctx() context: HelpdeskContext,
  ): Promise<boolean> {
    return this.claims.release({ ticket, mayReturn }, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => ClaimResult)
  async takeOverClaim(
    @Arg('input', () => TakeOverClaimInput) input: TakeOverClaimInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<ClaimResult> {
    return this.claims.takeOver(input, await whoIsOnDuty(context), context);
  }
}
