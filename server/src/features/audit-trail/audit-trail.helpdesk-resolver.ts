import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';

import { AuditPage } from '../../office/audit-view.type.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { AuditFilter } from './audit-trail.input.js';
import type { AuditTrailService } from './audit-trail.service.js';

@Resolver()
export class AuditTrailResolver {
  constructor(private readonly trail: AuditTrailService) {}

  @Query(() => AuditPage, {
    description:
      'A supervisor sees what the offices of the own scope did, an admin the own acts, an auditor everything. Opening it is on record.',
  })
  async auditTrail(
    @Arg('filter', () => AuditFilter) filter: AuditFilter,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after: string | null | undefined,
    @Ctx() context: HelpdeskContext,
  ): Promise<AuditPage> {
    return this.trail.page({ filter, first, after: after ?? null }, await whoIsOnDuty(context), context);
  }
}
