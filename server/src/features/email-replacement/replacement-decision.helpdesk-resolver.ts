import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { DECISION_REASONS } from './decision-reasons.js';
import type { EvidenceViewingService } from './evidence-viewing.service.js';
import { ClaimResult } from './replacement-claims.result.js';
import {
  DecideReplacementInput,
  SaveDraftInput,
  TransferRequestInput,
  UndoDecisionInput,
} from './replacement-decision.input.js';
import { DecideReplacementResult } from './replacement-decision.result.js';
import type { ReplacementDecisionService } from './replacement-decision.service.js';
import type { ReplacementDraftsService } from './replacement-drafts.service.js';
import { DecisionReasonView } from './replacement-parts.type.js';
import type { ReplacementTransferService } from './replacement-transfer.service.js';
import type { ReplacementUndoService } from './replacement-undo.service.js';

interface Needs {
  readonly decision: ReplacementDecisionService;
  readonly taking: ReplacementUndoService;
  readonly transfer: ReplacementTransferService;
  readonly drafts: ReplacementDraftsService;
  readonly viewing: EvidenceViewingService;
}

@Resolver()
export class ReplacementDecisionResolver {
  constructor(private readonly needs: Needs) {}

  @Query(() => [DecisionReasonView], {
    description: 'Why a case is rejected or returned, in the order of the list.',
  })
  decisionReasons(@Ctx() { language }: HelpdeskContext): DecisionReasonView[] {
    return DECISION_REASONS.map(({ code, verdict, words, letter }) => ({
      ...{ code, verdict, text: words[language], letterId: letter.id, letterEn: letter.en },
    }));
  }

  @Sensitive()
  @Mutation(() => DecideReplacementResult)
  async decideReplacement(
    @Arg('input', () => DecideReplacementInput) input: DecideReplacementInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<DecideReplacementResult> {
    return this.needs.decision.decide(input, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => DecideReplacementResult)
  async undoDecision(
    @Arg('input', () => UndoDecisionInput) input: UndoDecisionInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<DecideReplacementResult> {
    return this.needs.taking.undo(input, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => ClaimResult)
  async transferRequest(
    @Arg('input', () => TransferRequestInput) input: TransferRequestInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<ClaimResult> {
    return this.needs.transfer.transfer(input, await whoIsOnDuty(context), context);
  }

  @Mutation(() => Boolean)
  async saveDraft(
    @Arg('input', () => SaveDraftInput) input: SaveDraftInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<boolean> {
    return this.needs.drafts.keep(input, await whoIsOnDuty(context));
  }

  @Mutation(() => Boolean, { description: 'False for a document that this agent may not open now.' })
  async markEvidenceSeen(
    @Arg('evidenceId', () => ID) evidenceId: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<boolean> {
    return this.needs.viewing.markSeen(evidenceId, await whoIsOnDuty(context), context);
  }
}
