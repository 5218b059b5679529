import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { HelpdeskAccounts } from '../../account/helpdesk-accounts.js';
import type { Agents } from '../../office/agents.js';
import { AllowedAction } from '../../office/allowed-action.type.js';
import { AuditPage } from '../../office/audit-view.type.js';
import type { AuditViews } from '../../office/audit-views.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import type { WorkingDays } from '../../office/working-days.js';
import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { assertPageSize } from '../../platform/graphql/page-size.js';
import { placeIn } from '../../platform/graphql/place.js';
import {
  ChecklistItem,
  Claim,
  ComparisonView,
  Decision,
  Draft,
  Evidence,
  Signal,
} from './replacement-parts.type.js';
import { QueueLoaders } from './replacement-queue.loaders.js';
import { ReplacementRequestView } from './replacement-request.type.js';
import type { ReplacementReviewService } from './replacement-review.service.js';
import type { RiskAssessments } from './risk-assessment.js';

interface Needs {
  readonly db: Database;
  readonly agents: Agents;
  readonly deskAccounts: HelpdeskAccounts;
  readonly risks: RiskAssessments;
  readonly review: ReplacementReviewService;
  readonly auditViews: AuditViews;
  readonly workingDays: WorkingDays;
  readonly now: Now;
}

/** One case, field by field: a list asks for a few of them, the page of one case for all. */
@Resolver(() => ReplacementRequestView)
export class ReplacementRequestResolver {
  constructor(private readonly needs: Needs) {}

  @Query(() => ReplacementRequestView, { nullable: true })
  async replacementRequest(
    @Arg('ticket', () => ID) ticket: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<ReplacementRequestView | null> {
    return this.needs.review.open(ticket, await whoIsOnDuty(context), context);
  }

  @FieldResolver(() => HelpdeskAccountView, { nullable: true })
  async account(@Root() { row }: ReplacementRequestView, @Ctx() context: HelpdeskContext) {
    return row.accountId ? (await this.#loaders(context)).accounts.load(row.accountId) : null;
  }

  @FieldResolver(() => [Signal])
  signals(@Root() { row }: ReplacementRequestView, @Ctx() { language }: HelpdeskContext): Signal[] {
    return this.needs.review.signals(row, language);
  }

  @FieldResolver(() => [ComparisonView])
  async comparison(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<ComparisonView[]> {
    const { comparison } = await (await this.#loaders(context)).assessments.load(row);
    return this.needs.review.comparison(row, comparison);
  }

  @FieldResolver(() => [ChecklistItem])
  async checklist(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<ChecklistItem[]> {
    const assessment = await (await this.#loaders(context)).assessments.load(row);
    return this.needs.review.checklist(row, assessment, await whoIsOnDuty(context), context.language);
  }

  @FieldResolver(() => [Evidence])
  async evidence(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<Evidence[]> {
    return this.needs.review.evidence(row, await whoIsOnDuty(context));
  }

  @FieldResolver(() => Claim, { nullable: true })
  async claim(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<Claim | null> {
    const { agents } = await this.#loaders(context);
    return this.needs.review.claim(row, await whoIsOnDuty(context), (id) => agents.load(id));
  }

  @FieldResolver(() => Draft, { nullable: true, description: 'What this agent typed and has not sent yet.' })
  async draft(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<Draft | null> {
    return this.needs.review.draft(row, await whoIsOnDuty(context));
  }

  @FieldResolver(() => [Decision], { description: 'Oldest first, those that no longer count included.' })
  async decisions(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<Decision[]> {
    const { agents } = await this.#loaders(context);
    return this.needs.review.decisions(row, await whoIsOnDuty(context), (id) => agents.load(id));
  }

  @FieldResolver(() => [AllowedAction])
  async allowedActions(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<AllowedAction[]> {
    return this.needs.review.allowedActions(row, await whoIsOnDuty(context), context.language);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Working minutes of the office until `dueAt`; below zero: so late it is.',
  })
  workMinutesLeft(@Root() { row, dueAt }: ReplacementRequestView): number | null {
    const { workingDays, now } = this.needs;
    if (!dueAt) return null;
    const [at, { zone }] = [now(), row.office];
    return dueAt > at
      ? workingDays.minutesBetween(at, dueAt, zone)
      : -workingDays.minutesBetween(dueAt, at, zone);
  }

  @FieldResolver(() => AuditPage)
  timeline(
    @Root() { row }: ReplacementRequestView,
    @Ctx() { language }: HelpdeskContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<AuditPage> {
    assertPageSize(first);
    return this.needs.auditViews.page({ caseId: row.id }, { first, after: placeIn(after) }, { language });
  }

  async #loaders(context: HelpdeskContext): Promise<QueueLoaders> {
    return QueueLoaders.of(context, this.needs, await whoIsOnDuty(context));
  }
}
