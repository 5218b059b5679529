import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';

import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { BlockAccountInput, UnblockAccountInput } from './account-blocking.input.js';
import { AccountBlockView, ChangeAccountResult, PendingAccountBlock } from './account-blocking.result.js';
import type { AccountBlockingService } from './account-blocking.service.js';
import type { BlockViews } from './block-views.js';
import type { EndedSessionsService } from './ended-sessions.service.js';

@Resolver(() => HelpdeskAccountView)
export class AccountBlockingResolver {
  constructor(
    private readonly blocking: AccountBlockingService,
    private readonly sessions: EndedSessionsService,
    private readonly views: BlockViews,
  ) {}

  @Sensitive()
  @Mutation(() => ChangeAccountResult)
  async blockAccount(
    @Arg('input', () => BlockAccountInput) input: BlockAccountInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<ChangeAccountResult> {
    return this.blocking.decide('BLOCK', input, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => ChangeAccountResult)
  async unblockAccount(
    @Arg('input', () => UnblockAccountInput) input: UnblockAccountInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<ChangeAccountResult> {
    return this.blocking.decide('UNBLOCK', input, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => Int, { description: 'How many sessions of the account ended.' })
  async endAccountSessions(
    @Arg('accountId', () => ID) accountId: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<number> {
    return this.sessions.endAll(accountId, await whoIsOnDuty(context), context);
  }

  @FieldResolver(() => PendingAccountBlock, { nullable: true })
  async pendingBlock(
    @Root() { id }: HelpdeskAccountView,
    @Ctx() context: HelpdeskContext,
  ): Promise<PendingAccountBlock | null> {
    const { agent } = await whoIsOnDuty(context);
    return this.views.pending(context, id, agent.id);
  }

  @FieldResolver(() => AccountBlockView, { nullable: true })
  block(@Root() account: HelpdeskAccountView): Promise<AccountBlockView | null> {
    return this.views.inForce(account);
  }
}
