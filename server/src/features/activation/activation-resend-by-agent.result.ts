import { createUnionType, Field, ObjectType } from 'type-graphql';

import { DeliveryView } from '../../account/delivery.type.js';
import { NotFound } from '../../office/not-found.result.js';
import { Problem } from '../../platform/graphql/problem.js';
import type { Words } from '../../platform/words/language.js';

@ObjectType({ description: 'In the queue; the earlier activation of that contact is dead.' })
export class ActivationResent {
  @Field(() => DeliveryView)
  readonly delivery: DeliveryView;

  constructor(delivery: DeliveryView) {
    this.delivery = delivery;
  }
}

@ObjectType({
  implements: Problem,
  description:
    'Refused by the same rules the person is under: already active, cool-down, hourly or daily budget. No message was sent.',
})
export class ResendRefused extends Problem {
  readonly words: Words;

  @Field(() => Date, { nullable: true, description: 'When it passes by itself.' })
  readonly retryAt: Date | null;

  @Field(() => DeliveryView, {
    nullable: true,
    description: 'The message that was sent a moment ago instead.',
  })
  readonly alreadySent: DeliveryView | null;

  constructor(words: Words, retryAt: Date | null = null, alreadySent: DeliveryView | null = null) {
    super();
    this.words = words;
    this.retryAt = retryAt;
    this.alreadySent = alreadySent;
  }
}

export const ResendActivationByAgentResult = createUnionType({
  name: 'ResendActivationByAgentResult',
  types: () => [ActivationResent, ResendRefused, NotFound] as const,
});
export type ResendActivationByAgentResult = typeof ResendActivationByAgentResult;
