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
import type { DeskCase } from './desk-case.js';
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
    const loaders = await this.#lookingInto(row, context);
    const assessment = await loaders?.assessments.load(row);
    return assessment ? this.needs.review.comparison(row, assessment.comparison) : [];
  }

  @FieldResolver(() => [ChecklistItem])
  async checklist(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<ChecklistItem[]> {
    const loaders = await this.#lookingInto(row, context);
    const assessment = await loaders?.assessments.load(row);
    if (!assessment) return [];
    return this.needs.review.checklist(row, assessment, await whoIsOnDuty(context), context.language);
  }

  @FieldResolver(() => [Evidence])
  async evidence(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<Evidence[]> {
    return row.beyondReach ? [] : this.needs.review.evidence(row, await whoIsOnDuty(context));
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
    const { agents, decisions } = await this.#loaders(context);
    const caller = await whoIsOnDuty(context);
    const made = await decisions.load(row.id);
    // Of a case that left one's reach only the own part.
    const known = row.beyondReach ? made.filter(({ agentId }) => agentId === caller.agent.id) : made;
    return this.needs.review.decisions(known, caller, (id) => agents.load(id));
  }

  @FieldResolver(() => [AllowedAction])
  async allowedActions(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
  ): Promise<AllowedAction[]> {
    if (!(await this.#lookingInto(row, context))) return [];
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
  async timeline(
    @Root() { row }: ReplacementRequestView,
    @Ctx() context: HelpdeskContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<AuditPage> {
    assertPageSize(first);
    if (!(await this.#lookingInto(row, context))) return { items: [], endCursor: null, hasNextPage: false };
    const { language } = context;
    return this.needs.auditViews.page({ caseId: row.id }, { first, after: placeIn(after) }, { language });
  }

  /** Null where the case is beyond the agent's reach by now. Throws where one request asks this of too many. */
  async #lookingInto(row: DeskCase, context: HelpdeskContext): Promise<QueueLoaders | null> {
    if (row.beyondReach) return null;
    const loaders = await this.#loaders(context);
    loaders.lookInto(row);
    return loaders;
  }

  async #loaders(context: HelpdeskContext): Promise<QueueLoaders> {
    return QueueLoaders.of(context, this.needs, await whoIsOnDuty(context));
  }
}
