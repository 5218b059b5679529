import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { Agents } from '../../office/agents.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { QueueLoaders } from './replacement-queue.loaders.js';
import { ReplacementRequestView } from './replacement-request.type.js';
import type { RiskAssessments } from './risk-assessment.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly deskAccounts: HelpdeskAccounts;
  readonly risks: RiskAssessments;
  readonly now: Now;
}

/** What this feature adds to the page of an account. */
@Resolver(() => HelpdeskAccountView)
export class PendingReplacementResolver {
  constructor(private readonly needs: Needs) {}

  @FieldResolver(() => ReplacementRequestView, {
    nullable: true,
    description: 'The open case about the account, as far as this agent may see it.',
  })
  async pendingReplacement(
    @Root() { id }: HelpdeskAccountView,
    @Ctx() context: HelpdeskContext,
  ): Promise<ReplacementRequestView | null> {
    const loaders = QueueLoaders.of(context, this.needs, await whoIsOnDuty(context));
    const row = await loaders.pending.load(id);
    return row && new ReplacementRequestView(row, this.needs.now());
  }
}
