import { Field, InputType } from 'type-graphql';

import { ContactChannel } from '../../account/channel.type.js';
import { readIdentifier } from '../../account/contact.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { CommandKey, REPEATED } from '../../platform/idempotency/command-key.js';

@InputType()
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'Username, email or phone number of the account.' })
  @Shaped(readIdentifier)
  identifier!: string;

  @Field(() => ContactChannel, { description: 'Where to, if that contact of the account is proven.' })
  channel!: ContactChannel;

  @Field(() => String, { nullable: true })
  captcha?: string | null;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'The part of the link after "#".' })
  @Shaped(opaque(1, 128))
  token!: string;

  @Field(() => String, { description: 'Taken exactly as given; see `passwordPolicy`.' })
  @Shaped(opaque(0, 2000)) // the policy says what is wrong with it; this only bounds the work
  newPassword!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}
