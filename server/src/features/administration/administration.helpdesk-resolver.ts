import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';

import { AgentView } from '../../office/agent.type.js';
import type { Agents } from '../../office/agents.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { officesInScope } from '../../office/jurisdiction.js';
import type { Database } from '../../platform/database/transact.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { CreateAgentInput, InviteAgentAgainInput, UpdateAgentInput } from './administration.input.js';
import { PendingAgentChange, SaveAgentResult } from './administration.result.js';
import type { AgentCreationService } from './agent-creation.service.js';
import type { AgentUpdateService } from './agent-update.service.js';
import type { PendingChanges } from './pending-changes.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly creation: AgentCreationService;
  readonly changing: AgentUpdateService;
  readonly pending: PendingChanges;
}

@Resolver(() => AgentView)
export class AdministrationResolver {
  constructor(private readonly needs: Needs) {}

  @Query(() => [AgentView], {
    description: 'By name, dismissed ones included. A supervisor sees those of the own scope.',
  })
  async agents(@Ctx() context: HelpdeskContext): Promise<AgentView[]> {
    const reader = await whoIsOnDuty(context);
    const offices =
      reader.role === 'SUPERVISOR' ? await officesInScope(this.needs.db.rows, reader) : undefined;
    return (await this.needs.agents.list(offices)).map((agent) => new AgentView(agent));
  }

  @Sensitive()
  @Mutation(() => SaveAgentResult)
  async createAgent(
    @Arg('input', () => CreateAgentInput) input: CreateAgentInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<SaveAgentResult> {
    return this.needs.creation.create(input, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => SaveAgentResult)
  async updateAgent(
    @Arg('input', () => UpdateAgentInput) input: UpdateAgentInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<SaveAgentResult> {
    return this.needs.changing.update(input, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => SaveAgentResult, { description: 'A new link for a lost password or a lost invitation.' })
  async inviteAgentAgain(
    @Arg('input', () => InviteAgentAgainInput) input: InviteAgentAgainInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<SaveAgentResult> {
    return this.needs.creation.inviteAgain(input, await whoIsOnDuty(context), context);
  }

  @FieldResolver(() => PendingAgentChange, { nullable: true })
  async pendingChange(
    @Root() { id }: AgentView,
    @Ctx() context: HelpdeskContext,
  ): Promise<PendingAgentChange | null> {
    const { agent } = await whoIsOnDuty(context);
    return this.needs.pending.of(context, id, agent.id);
  }
}
