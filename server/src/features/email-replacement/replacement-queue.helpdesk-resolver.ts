import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { assertPageSize } from '../../platform/graphql/page-size.js';
import type { MyDecisionsService } from './my-decisions.service.js';
import { countQueue } from './queue-counts.js';
import { QueueArgs } from './replacement-queue.input.js';
import { QueueCounts, QueuePage } from './replacement-queue.result.js';
import type { ReplacementQueueService } from './replacement-queue.service.js';

interface Needs {
  readonly db: Database;
  readonly queue: ReplacementQueueService;
  readonly mine: MyDecisionsService;
  readonly now: Now;
}

@Resolver()
export class ReplacementQueueResolver {
  constructor(private readonly needs: Needs) {}

  @Query(() => QueuePage)
  async replacementQueue(
    @Args(() => QueueArgs) args: QueueArgs,
    @Ctx() context: HelpdeskContext,
  ): Promise<QueuePage> {
    assertPageSize(args.first);
    const asked = { ...args, after: args.after ?? null };
    return new QueuePage(await this.needs.queue.page(asked, await whoIsOnDuty(context)), this.needs.now());
  }

  @Query(() => QueueCounts)
  async queueCounts(@Ctx() context: HelpdeskContext): Promise<QueueCounts> {
    const { db, now } = this.needs;
    return countQueue(db.rows, await whoIsOnDuty(context), now());
  }

  @Query(() => QueuePage, { description: 'What I decided, newest first, with what became of it.' })
  async myDecisions(
    @Ctx() context: HelpdeskContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<QueuePage> {
    assertPageSize(first);
    const asked = { first, after: after ?? null };
    return new QueuePage(await this.needs.mine.page(asked, await whoIsOnDuty(context)), this.needs.now());
  }
}
