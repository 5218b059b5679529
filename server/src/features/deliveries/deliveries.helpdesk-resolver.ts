import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { DeliveryView } from '../../account/delivery.type.js';
import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import type { Now } from '../../platform/clock.js';
import { assertPageSize } from '../../platform/graphql/page-size.js';
import { placeIn } from '../../platform/graphql/place.js';
import { DeliveryFilter } from './deliveries.input.js';
import type { DeliveryLoaders } from './deliveries.loaders.js';
import type { DeliveriesService } from './deliveries.service.js';
import { DeliveryAttemptView, DeliveryPage } from './deliveries.types.js';
import { nextStepWords, reasonWords } from './deliveries.words.js';

@Resolver(() => DeliveryView)
export class DeliveriesResolver {
  constructor(
    private readonly deliveriesOf: DeliveriesService,
    private readonly loaders: DeliveryLoaders,
    private readonly clock: { readonly now: Now; readonly receiptWaitS: number },
  ) {}

  @Query(() => DeliveryPage, { description: 'Messages to accounts of the office’s region.' })
  async deliveries(
    @Arg('filter', () => DeliveryFilter) filter: DeliveryFilter,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: HelpdeskContext,
  ): Promise<DeliveryPage> {
    assertPageSize(first);
    const agent = await whoIsOnDuty(context);
    return this.deliveriesOf.page(filter, { first, after: placeIn(after) }, agent);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it is where it is, in words.' })
  statusReason(@Root() { row }: DeliveryView, @Ctx() { language }: HelpdeskContext): string | null {
    return reasonWords(row.reason, language);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What to do about it now, in words.' })
  nextStep(@Root() { row }: DeliveryView, @Ctx() { language }: HelpdeskContext): string {
    const { now, receiptWaitS } = this.clock;
    return nextStepWords(row, now(), receiptWaitS)[language];
  }

  @FieldResolver(() => [DeliveryAttemptView], { description: 'Oldest first.' })
  async attempts(
    @Root() { id }: DeliveryView,
    @Ctx() context: HelpdeskContext,
  ): Promise<DeliveryAttemptView[]> {
    const tries = await this.loaders.attempts(context).load(id);
    return tries.map(({ at, outcome, reason }) => ({
      at,
      outcome,
      detail: reasonWords(reason, context.language),
    }));
  }
}

/** What was sent to an account, on the account's page. */
@Resolver(() => HelpdeskAccountView)
export class AccountDeliveriesResolver {
  constructor(private readonly deliveriesOf: DeliveriesService) {}

  @FieldResolver(() => DeliveryPage)
  deliveries(
    @Root() { id }: HelpdeskAccountView,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
  ): Promise<DeliveryPage> {
    assertPageSize(first);
    return this.deliveriesOf.ofAccount(id, { first, after: placeIn(after) });
  }
}
