import { Field, ID, InputType } from 'type-graphql';

import { ContactChannel } from '../../account/channel.type.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';

@InputType()
export class ResendActivationByAgentInput {
  @Field(() => ID)
  @Shaped(opaque(1, 100))
  accountId!: string;

  @Field(() => ContactChannel)
  channel!: ContactChannel;
}
