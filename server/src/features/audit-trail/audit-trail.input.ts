import { ArrayMaxSize, IsIn } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import { AUDIT_EVENTS } from '../../platform/audit/audit-events.js';
import { opaque, Shaped, text } from '../../platform/graphql/shaped.js';

@InputType({
  description:
    'All of them must hold. Whose data an agent saw: the agent as `actorId`, a time from and to, and the events of reading.',
})
export class AuditFilter {
  @Field(() => [String], { nullable: true, description: 'Names of events, `DATA_REVEALED`; at most 20.' })
  @ArrayMaxSize(20)
  @IsIn(AUDIT_EVENTS, { each: true })
  event?: string[] | null;

  @Field(() => ID, { nullable: true })
  @Shaped(opaque(1, 80))
  actorId?: string | null;

  @Field(() => ID, { nullable: true })
  @Shaped(opaque(1, 80))
  accountId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Number of a request.' })
  @Shaped(opaque(1, 20))
  ticket?: string | null;

  @Field(() => Date, { nullable: true, description: 'From this moment on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this moment.' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'For auditors: why source addresses are needed in full. It is on record.',
  })
  @Shaped(text(10, 500))
  reason?: string | null;
}
