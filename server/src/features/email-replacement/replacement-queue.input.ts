import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

import { ActorKind } from '../../account/business-actor.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { RiskTier } from './risk-tier.js';

export enum QueueView {
  READY = 'READY',
  MINE = 'MINE',
  AWAITING_SECOND = 'AWAITING_SECOND',
  RETURNED = 'RETURNED',
  WAITING_PERIOD = 'WAITING_PERIOD',
  CLOSED = 'CLOSED',
  OPEN = 'OPEN',
  HANDED_IN = 'HANDED_IN',
  DECIDED = 'DECIDED',
}
registerEnumType(QueueView, {
  name: 'QueueView',
  valuesConfig: {
    OPEN: { description: 'All that the desk has, whoever works on it; with `openAt` as it was then.' },
    HANDED_IN: { description: 'Whatever became of it.' },
    DECIDED: { description: 'Cases with a decision as `decision` describes it.' },
  },
});

export enum QueueOrder {
  NEEDS_DOING = 'NEEDS_DOING',
  SUBMITTED_AT = 'SUBMITTED_AT',
  DUE_AT = 'DUE_AT',
  RISK = 'RISK',
}
registerEnumType(QueueOrder, { name: 'QueueOrder' });

@InputType({ description: 'One decision for which all of this holds.' })
export class DecisionFilter {
  @Field(() => Date, { nullable: true })
  @IsOptional()
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Up to, and not including, this moment.' })
  @IsOptional()
  to?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who decided. Agents find their own decisions only.' })
  @IsOptional()
  @MaxLength(36)
  agentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'As the dashboard calls it: a reason or a verdict, ENDED, RETURNED_BY_SECOND. Absent: any that was not taken back.',
  })
  @IsOptional()
  @MaxLength(40)
  outcome?: string | null;
}

@InputType()
export class QueueFilter {
  @Field(() => QueueView, { defaultValue: QueueView.READY })
  view!: QueueView;

  @Field(() => [RiskTier], { nullable: true })
  @IsOptional()
  tier?: RiskTier[] | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @MaxLength(36)
  officeId?: string | null;

  @Field(() => ActorKind, { nullable: true })
  @IsOptional()
  actor?: ActorKind | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those beyond their target time.' })
  @IsOptional()
  overdue?: boolean | null;

  @Field(() => Date, { nullable: true })
  @IsOptional()
  submittedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Up to, and not including, this moment.' })
  @IsOptional()
  submittedTo?: Date | null;

  @Field(() => DecisionFilter, { nullable: true, description: 'For the view DECIDED.' })
  @IsOptional()
  @ValidateNested()
  decision?: DecisionFilter | null;

  @Field(() => Date, { nullable: true, description: 'For the view OPEN: what was open at this moment.' })
  @IsOptional()
  openAt?: Date | null;
}

@ArgsType()
export class QueueArgs {
  @Field(() => QueueFilter)
  @ValidateNested()
  filter!: QueueFilter;

  @Field(() => QueueOrder, { defaultValue: QueueOrder.NEEDS_DOING })
  orderBy!: QueueOrder;

  @Field(() => Int, { defaultValue: 25 })
  first!: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(200)
  after?: string | null;
}

@ArgsType()
export class NextClaim {
  @Field(() => QueueView, { defaultValue: QueueView.READY })
  view!: QueueView;

  @Field(() => String, {
    nullable: true,
    description: 'Sent again with the same key, because the answer was lost, it brings the same request.',
  })
  @IsOptional()
  @Shaped(opaque(8, 100))
  idempotencyKey?: string | null;
}
