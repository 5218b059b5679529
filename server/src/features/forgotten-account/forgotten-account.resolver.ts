import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { Urgent } from '../../platform/graphql/urgency.js';
import type { AccountReminderService } from './account-reminder.service.js';
import { FindAccountsInput, SendAccountReminderInput } from './forgotten-account.input.js';
import { FindAccountsResult, SendAccountReminderResult } from './forgotten-account.result.js';
import type { ForgottenAccountService } from './forgotten-account.service.js';

/** "Lupa Akun". */
@Resolver()
export class ForgottenAccountResolver {
  constructor(
    private readonly finding: ForgottenAccountService,
    private readonly reminding: AccountReminderService,
  ) {}

  @Urgent('LOOKUP')
  @Sensitive()
  @Query(() => FindAccountsResult, {
    description:
      'Lupa Akun: the masked accounts of a NIK, and of an NIB where there is one. Their owners are told.',
  })
  findAccounts(
    @Arg('input', () => FindAccountsInput) input: FindAccountsInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<FindAccountsResult> {
    return this.finding.find(input, caller);
  }

  @Urgent('LOOKUP')
  @Sensitive()
  @Mutation(() => SendAccountReminderResult, {
    description: 'Sends the full username to a proven contact of an account found just before.',
  })
  sendAccountReminder(
    @Arg('input', () => SendAccountReminderInput) input: SendAccountReminderInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<SendAccountReminderResult> {
    return this.reminding.request(input, caller);
  }
}
