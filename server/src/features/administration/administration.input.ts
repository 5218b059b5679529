import { Field, ID, InputType } from 'type-graphql';

import { readEmail } from '../../account/contact.js';
import { readNik } from '../../account/nik.js';
import { readPersonName } from '../../account/person-name.js';
import { AgentRole } from '../../office/agent-role.js';
import { readAgentUsername } from '../../office/agent-username.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';

const KEY = 'A retry with the same key gets the first answer again.';

@InputType({
  description: 'Sends an invitation link to the work email; the person sets a password and enrols TOTP.',
})
export class CreateAgentInput {
  @Field(() => String, { description: 'Three to 40 letters, digits, dots and hyphens; never changed later.' })
  @Shaped(readAgentUsername)
  username!: string;

  @Field(() => String)
  @Shaped(readPersonName)
  fullName!: string;

  @Field(() => String)
  @Shaped(readEmail)
  email!: string;

  @Field(() => AgentRole)
  role!: AgentRole;

  @Field(() => ID)
  @Shaped(opaque(1, 36))
  officeId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'So that nobody decides on the own account. Kept as a keyed digest, shown to nobody.',
  })
  @Shaped(readNik)
  nik?: string | null;

  @Field(() => String, { nullable: true, description: KEY })
  @Shaped(opaque(8, 100))
  idempotencyKey?: string | null;
}

@InputType({
  description:
    '`active: false` and `resetTotp` act at once; role, office and `active: true` wait until a second admin sends the same.',
})
export class UpdateAgentInput {
  @Field(() => ID)
  @Shaped(opaque(1, 36))
  agentId!: string;

  @Field(() => AgentRole, { nullable: true })
  role?: AgentRole | null;

  @Field(() => ID, { nullable: true })
  @Shaped(opaque(1, 36))
  officeId?: string | null;

  @Field(() => Boolean, { nullable: true })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  resetTotp?: boolean | null;

  @Field(() => String, { nullable: true, description: KEY })
  @Shaped(opaque(8, 100))
  idempotencyKey?: string | null;
}

@InputType()
export class InviteAgentAgainInput {
  @Field(() => ID)
  @Shaped(opaque(1, 36))
  agentId!: string;

  @Field(() => String, { nullable: true, description: KEY })
  @Shaped(opaque(8, 100))
  idempotencyKey?: string | null;
}
