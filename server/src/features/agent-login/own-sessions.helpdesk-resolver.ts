import { Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import type { OwnSessionsService } from './own-sessions.service.js';
import { OwnSessionView } from './own-sessions.type.js';

@Resolver()
export class OwnSessionsResolver {
  constructor(private readonly sessions: OwnSessionsService) {}

  @Query(() => [OwnSessionView], { description: 'Where the caller is signed in, newest first.' })
  async agentSessions(@Ctx() context: HelpdeskContext): Promise<OwnSessionView[]> {
    return this.sessions.list(await whoIsOnDuty(context));
  }

  @Mutation(() => Int, { description: 'Ends the caller’s sessions elsewhere; answers how many there were.' })
  async endOtherAgentSessions(@Ctx() context: HelpdeskContext): Promise<number> {
    return this.sessions.endOthers(await whoIsOnDuty(context), context);
  }
}
