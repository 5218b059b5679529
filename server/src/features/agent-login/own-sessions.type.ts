import { Field, ID, ObjectType } from 'type-graphql';

import type { AgentSession } from '../../office/agent-session.entity.js';

@ObjectType('AgentSession', { description: 'One’s own sign-in somewhere.' })
export class OwnSessionView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date)
  readonly lastSeenAt: Date;

  @Field(() => String, { nullable: true })
  readonly device: string | null;

  @Field(() => String)
  readonly ip: string;

  @Field(() => Boolean, { description: 'The one this request came with.' })
  readonly current: boolean;

  constructor({ id, createdAt, lastSeenAt, device, source }: AgentSession, currentId: string) {
    this.id = id;
    this.createdAt = createdAt;
    this.lastSeenAt = lastSeenAt;
    this.device = device;
    this.ip = source;
    this.current = id === currentId;
  }
}
