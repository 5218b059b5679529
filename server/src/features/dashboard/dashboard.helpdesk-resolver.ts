import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import type { DashboardService } from './dashboard.service.js';
import { Dashboard } from './dashboard.type.js';

@Resolver()
export class DashboardResolver {
  constructor(private readonly service: DashboardService) {}

  @Query(() => Dashboard, {
    description: 'Days in the zone of the office, both included; at most 92 of them.',
  })
  async dashboard(
    @Arg('officeId', () => ID, { nullable: true }) officeId: string | null,
    @Arg('from', () => GraphQLLocalDate) from: string,
    @Arg('to', () => GraphQLLocalDate) to: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<Dashboard> {
    return this.service.show({ officeId: officeId ?? null, from, to }, await whoIsOnDuty(context));
  }
}
