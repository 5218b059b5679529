import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

import { ActorKind } from '../../account/business-actor.js';
import { RiskTier } from './risk-tier.js';

export enum QueueView {
  READY = 'READY',
  MINE = 'MINE',
  AWAITING_SECOND = 'AWAITING_SECOND',
  RETURNED = 'RETURNED',
  WAITING_PERIOD = 'WAITING_PERIOD',
  CLOSED = 'CLOSED',
}
registerEnumType(QueueView, { name: 'QueueView' });

export enum QueueOrder {
  NEEDS_DOING = 'NEEDS_DOING',
  SUBMITTED_AT = 'SUBMITTED_AT',
  DUE_AT = 'DUE_AT',
  RISK = 'RISK',
}
registerEnumType(QueueOrder, { name: 'QueueOrder' });

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
