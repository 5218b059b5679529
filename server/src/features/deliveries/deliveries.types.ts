import { Field, ObjectType } from 'type-graphql';

import { DeliveryView } from '../../account/delivery.type.js';

@ObjectType('DeliveryAttempt')
export class DeliveryAttemptView {
  @Field(() => Date)
  readonly at!: Date;

  @Field(() => String, { description: '`ACCEPTED`, `POSTPONED` or `REFUSED`.' })
  readonly outcome!: string;

  @Field(() => String, { nullable: true, description: 'What the provider said, in words.' })
  readonly detail!: string | null;
}

@ObjectType({ description: 'Newest first.' })
export class DeliveryPage {
  @Field(() => [DeliveryView])
  readonly items!: DeliveryView[];

  @Field(() => String, { nullable: true })
  readonly endCursor!: string | null;

  @Field(() => Boolean)
  readonly hasNextPage!: boolean;
}
