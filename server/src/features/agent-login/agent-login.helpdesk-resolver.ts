import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import type { AgentEntryService } from './agent-entry.service.js';
import type { AgentInvitationService } from './agent-invitation.service.js';
import {
  AcceptInvitationInput,
  ConfirmTotpInput,
  LogInAgentInput,
  RefreshProofInput,
} from './agent-login.input.js';
import {
  AcceptInvitationResult,
  AgentSessionState,
  ConfirmTotpResult,
  LogInAgentResult,
  RefreshProofResult,
} from './agent-login.result.js';
import type { AgentProofService } from './agent-proof.service.js';

@Resolver()
export class AgentLoginResolver {
  constructor(
    private readonly entry: AgentEntryService,
    private readonly proof: AgentProofService,
    private readonly invitation: AgentInvitationService,
  ) {}

  @Sensitive()
  @Mutation(() => LogInAgentResult)
  logInAgent(
    @Arg('input', () => LogInAgentInput) input: LogInAgentInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<LogInAgentResult> {
    return this.entry.logIn(input, context);
  }

  @Sensitive()
  @Mutation(() => ConfirmTotpResult)
  confirmTotp(
    @Arg('input', () => ConfirmTotpInput) input: ConfirmTotpInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<ConfirmTotpResult> {
    return this.proof.confirm(input, context);
  }

  @Sensitive()
  @Mutation(() => AcceptInvitationResult)
  acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<AcceptInvitationResult> {
    return this.invitation.accept(input, context);
  }

  @Sensitive()
  @Mutation(() => RefreshProofResult)
  async refreshProof(
    @Arg('input', () => RefreshProofInput) input: RefreshProofInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<RefreshProofResult> {
    return this.proof.refresh(input, await whoIsOnDuty(context), context);
  }

  @Mutation(() => Boolean, { description: 'False when there was no session to end.' })
  logOutAgent(@Ctx() context: HelpdeskContext): Promise<boolean> {
    return this.proof.logOut(context);
  }

  @Query(() => AgentSessionState, {
    nullable: true,
    description: 'Null without a session. Ask it with `x-background: 1`, or it counts as use.',
  })
  async agentSession(@Ctx() context: HelpdeskContext): Promise<AgentSessionState | null> {
    const checked = await context.session();
    return checked && !('over' in checked) ? this.proof.state(checked) : null;
  }
}
