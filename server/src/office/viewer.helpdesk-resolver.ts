import { Ctx, Query, Resolver } from 'type-graphql';

import type { Database } from '../platform/database/transact.js';
import { AgentView } from './agent.type.js';
import type { HelpdeskContext } from './helpdesk-context.js';
import { Office } from './office.entity.js';
import { OfficeView } from './office.type.js';

/** Who is there, and which offices there are. */
@Resolver()
export class ViewerResolver {
  constructor(
    private readonly db: Database,
    private readonly production: boolean,
  ) {}

  @Query(() => Boolean, {
    description: 'True anywhere but in production: nothing done here counts for anybody.',
  })
  rehearsal(): boolean {
    return !this.production;
  }

  @Query(() => AgentView, { nullable: true, description: 'The agent of the session, or null without one.' })
  async viewer(@Ctx() context: HelpdeskContext): Promise<AgentView | null> {
    const checked = await context.session();
    return checked && !('over' in checked) ? new AgentView(checked) : null;
  }

  @Query(() => [OfficeView], { description: 'Centre, provinces, regencies and cities; ended ones included.' })
  async offices(): Promise<OfficeView[]> {
    const offices = await this.db.rows.find(Office, { order: { regionCode: 'ASC', validFrom: 'ASC' } });
    return offices.map((office) => new OfficeView(office));
  }
}
