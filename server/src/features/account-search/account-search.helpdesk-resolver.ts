import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { LookUpAccountInput } from './account-search.input.js';
import { LookUpAccountResult } from './account-search.result.js';
import type { AccountSearchService } from './account-search.service.js';

/** A mutation: it counts, it is on record, and nothing that was asked stands in an address. */
@Resolver()
export class AccountSearchResolver {
  constructor(private readonly search: AccountSearchService) {}

  @Sensitive()
  @Mutation(() => LookUpAccountResult)
  async lookUpAccount(
    @Arg('input', () => LookUpAccountInput) input: LookUpAccountInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<LookUpAccountResult> {
    return this.search.lookUp(input, await whoIsOnDuty(context), context);
  }
}
