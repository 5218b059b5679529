import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

import { ContactChannel } from '../../account/channel.type.js';
import { DeliveryStatus } from '../../account/delivery.type.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';

@InputType({ description: 'All of them must hold.' })
export class DeliveryFilter {
  @Field(() => [DeliveryStatus], { nullable: true, description: 'Any of these.' })
  @ArrayMaxSize(9)
  status?: DeliveryStatus[] | null;

  @Field(() => ContactChannel, { nullable: true })
  channel?: ContactChannel | null;

  @Field(() => String, { nullable: true, description: '`ACTIVATION_LINK` and so on.' })
  @Shaped(opaque(1, 40))
  kind?: string | null;

  @Field(() => ID, { nullable: true, description: 'To people of the region of this office.' })
  @Shaped(opaque(1, 36))
  officeId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Queued from this moment on.' })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Queued before this moment.' })
  to?: Date | null;
}
