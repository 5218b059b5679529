import { Field, ID, ObjectType } from 'type-graphql';

import { AgentRole } from './agent-role.js';
import type { AgentOnDuty } from './agents.js';
import { OfficeView } from './office.type.js';

/** A colleague as colleagues see each other: name, role, office. */
@ObjectType('Agent')
export class AgentView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly username: string;

  @Field(() => String)
  readonly fullName: string;

  @Field(() => AgentRole)
  readonly role: AgentRole;

  @Field(() => OfficeView)
  readonly office: OfficeView;

  @Field(() => Boolean)
  readonly active: boolean;

  @Field(() => Boolean)
  readonly totpEnrolled: boolean;

  @Field(() => Date, { nullable: true })
  readonly lastSeenAt: Date | null;

  constructor({ agent, role, office }: AgentOnDuty) {
    this.id = agent.id;
    this.username = agent.username;
    this.fullName = agent.fullName;
    this.role = role;
    this.office = new OfficeView(office);
    this.active = agent.active;
    this.totpEnrolled = agent.totpSealed !== null;
    this.lastSeenAt = agent.lastSeenAt;
  }
}
