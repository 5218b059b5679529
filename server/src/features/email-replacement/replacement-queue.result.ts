import { Field, Int, ObjectType } from 'type-graphql';

import type { QueueRead } from './replacement-queue.service.js';
import { ReplacementRequestView } from './replacement-request.type.js';

@ObjectType()
export class QueuePage {
  @Field(() => [ReplacementRequestView])
  readonly items: ReplacementRequestView[];

  @Field(() => String, { nullable: true })
  readonly endCursor: string | null;

  @Field(() => Boolean)
  readonly hasNextPage: boolean;

  /** Counted only when it is asked for. */
  private readonly count: () => Promise<number>;

  constructor({ items, endCursor, hasNextPage, count }: QueueRead, now: Date) {
    this.items = items.map((row) => new ReplacementRequestView(row, now));
    this.endCursor = endCursor;
    this.hasNextPage = hasNextPage;
    this.count = count;
  }

  @Field(() => Int, { description: 'All of them, not only those of this page.' })
  totalCount(): Promise<number> {
    return this.count();
  }
}

@ObjectType({ description: 'Cases within the agent’s reach.' })
export class QueueCounts {
  @Field(() => Int)
  readonly ready!: number;

  @Field(() => Int)
  readonly mine!: number;

  @Field(() => Int)
  readonly awaitingSecond!: number;

  @Field(() => Int)
  readonly returned!: number;

  @Field(() => Int)
  readonly waitingPeriod!: number;

  @Field(() => Int)
  readonly overdue!: number;
}
