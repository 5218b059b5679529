import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { officesInScope } from '../../office/jurisdiction.js';
import { startOf } from '../../office/working-days.js';
import { DAY_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { assertPageSize } from '../../platform/graphql/page-size.js';
import { placeIn } from '../../platform/graphql/place.js';
import { handChecklist } from './checklist.js';
import type { ReplacementDraftsService } from './replacement-drafts.service.js';
import { ChecklistItem, ComparisonView, Draft, Evidence } from './replacement-parts.type.js';
import type { ReplacementReviewService } from './replacement-review.service.js';
import { RecordSpotCheckInput, SettleSpotCheckInput, SpotCheckList } from './spot-check.input.js';
import { RecordSpotCheckResult, SettleSpotCheckResult } from './spot-check.result.js';
import { SpotCheckFigures, SpotCheckPage, SpotCheckView } from './spot-check.type.js';
import type { SpotCheckNumbers } from './spot-check-figures.js';
import type { SpotCheckOutcomes } from './spot-check-outcomes.js';
import type { SpotCheckRecordingService } from './spot-check-recording.service.js';
import { comparedThen } from './spot-checks.js';

interface Needs {
  readonly db: Database;
  readonly now: Now;
  readonly recording: SpotCheckRecordingService;
  readonly outcomes: SpotCheckOutcomes;
  readonly numbers: SpotCheckNumbers;
  readonly review: ReplacementReviewService;
  readonly drafts: ReplacementDraftsService;
}

@Resolver(() => SpotCheckView)
export class SpotCheckResolver {
  constructor(private readonly needs: Needs) {}

  @Sensitive()
  @Mutation(() => RecordSpotCheckResult, { description: 'May be sent again: the first answer stands.' })
  async recordSpotCheck(
    @Arg('input', () => RecordSpotCheckInput) input: RecordSpotCheckInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<RecordSpotCheckResult> {
    return this.needs.recording.record(input, await whoIsOnDuty(context), context);
  }

  @Sensitive()
  @Mutation(() => SettleSpotCheckResult, { description: 'A supervisor has seen to a disagreement.' })
  async settleSpotCheck(
    @Arg('input', () => SettleSpotCheckInput) input: SettleSpotCheckInput,
    @Ctx() context: HelpdeskContext,
  ): Promise<SettleSpotCheckResult> {
    return this.needs.recording.settle(input, await whoIsOnDuty(context), context);
  }

  @Query(() => SpotCheckPage, { description: 'Second looks that were made, newest first.' })
  async spotChecks(
    @Arg('list', () => SpotCheckList, { defaultValue: SpotCheckList.DISAGREEING }) list: SpotCheckList,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Ctx() context: HelpdeskContext,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<SpotCheckPage> {
    assertPageSize(first);
    const asked = { list, first, after: placeIn(after) };
    return this.needs.outcomes.page(asked, await whoIsOnDuty(context));
  }

  @Query(() => SpotCheckFigures, {
    description: 'By the day of the first decision, in the zone of the own office; both days included.',
  })
  async spotCheckFigures(
    @Arg('from', () => GraphQLLocalDate) from: string,
    @Arg('to', () => GraphQLLocalDate) to: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<SpotCheckFigures> {
    const { db, now, numbers } = this.needs;
    const caller = await whoIsOnDuty(context);
    const { zone } = caller.office;
    const offices = (await officesInScope(db.rows, caller)) ?? ('ALL' as const);
    const end = new Date(startOf(to, zone).getTime() + DAY_MS);
    return numbers.of({ offices, from: startOf(from, zone), to: end, now: now() });
  }

  @FieldResolver(() => [ComparisonView], { description: 'As it was when it was decided.' })
  comparison(@Root() { check, row }: SpotCheckView): ComparisonView[] {
    return this.needs.review.comparison(row, comparedThen(check));
  }

  @FieldResolver(() => [ChecklistItem], { description: 'Items for people only; none is ticked.' })
  checklist(@Root() { row }: SpotCheckView, @Ctx() { language }: HelpdeskContext): ChecklistItem[] {
    return handChecklist(row).map(({ words, ...item }) => ({ ...item, text: words[language] }));
  }

  @FieldResolver(() => Draft, { nullable: true, description: 'What this agent typed and has not said yet.' })
  async draft(@Root() { row }: SpotCheckView, @Ctx() context: HelpdeskContext): Promise<Draft | null> {
    return this.needs.drafts.of(row.id, (await whoIsOnDuty(context)).agent.id);
  }

  @FieldResolver(() => [Evidence])
  async evidence(@Root() { row }: SpotCheckView, @Ctx() context: HelpdeskContext): Promise<Evidence[]> {
    return this.needs.review.documents(row, await whoIsOnDuty(context), true);
  }
}
