import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';

import { AgentView } from '../../office/agent.type.js';

@ObjectType()
export class DayCount {
  @Field(() => GraphQLLocalDate, { description: 'In the zone of the office.' })
  readonly day!: string;

  @Field(() => Int)
  readonly received!: number;

  @Field(() => Int)
  readonly decided!: number;

  @Field(() => Int, { description: 'Open at the end of that day.' })
  readonly backlog!: number;
}

@ObjectType()
export class LabelCount {
  @Field(() => String)
  readonly label!: string;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => Date, { nullable: true, description: 'Of an age: handed in at this moment or later.' })
  readonly submittedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Of an age: handed in before this moment.' })
  readonly submittedTo?: Date | null;
}

@ObjectType()
export class AgentLoad {
  @Field(() => AgentView)
  readonly agent!: AgentView;

  @Field(() => Int)
  readonly claimed!: number;

  @Field(() => Int)
  readonly decided!: number;

  @Field(() => Int)
  readonly returnedBySecond!: number;

  @Field(() => Int)
  readonly reveals!: number;

  @Field(() => Float, { nullable: true, description: 'Working minutes from hand-in to decision.' })
  readonly medianMinutes!: number | null;
}

@ObjectType()
export class Dashboard {
  @Field(() => Date)
  readonly asOf!: Date;

  @Field(() => Int)
  readonly received!: number;

  @Field(() => Int)
  readonly open!: number;

  @Field(() => Int)
  readonly overdue!: number;

  @Field(() => Int)
  readonly awaitingSecond!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Working minutes of the office from hand-in to decision.',
  })
  readonly medianDecisionMinutes!: number | null;

  @Field(() => Int)
  readonly failedDeliveries!: number;

  @Field(() => [DayCount])
  readonly perDay!: DayCount[];

  @Field(() => [LabelCount], { description: 'Working age of what is open.' })
  readonly backlogByAge!: LabelCount[];

  @Field(() => [LabelCount], { description: 'Reason codes, or the verdict where it has none.' })
  readonly byReason!: LabelCount[];

  @Field(() => [AgentLoad], { description: 'By name. Agents see only themselves.' })
  readonly byAgent!: AgentLoad[];
}
