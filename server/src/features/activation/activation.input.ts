import { Field, InputType } from 'type-graphql';

import { ContactChannel } from '../../account/channel.type.js';
import { readIdentifier } from '../../account/contact.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { CommandKey, REPEATED } from '../../platform/idempotency/command-key.js';

@InputType()
export class ActivateAccountInput {
  @Field(() => String, { description: 'The part of the activation link after "#".' })
  @Shaped(opaque(1, 128))
  token!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}

@InputType()
export class ActivateAccountWithCodeInput {
  @Field(() => String, { description: 'Username, email or phone number of the registration.' })
  @Shaped(readIdentifier)
  identifier!: string;

  @Field(() => String, { description: 'Digits as received; spaces are ignored.' })
  @Shaped(opaque(1, 40))
  code!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}

@InputType()
export class ResendActivationInput {
  @Field(() => String)
  @Shaped(readIdentifier)
  identifier!: string;

  @Field(() => ContactChannel, { nullable: true, description: 'Where to, when the account gave both.' })
  channel?: ContactChannel | null;

  @Field(() => String, { nullable: true })
  captcha?: string | null;
}

@InputType()
export class CorrectUnverifiedContactInput {
  @Field(() => String)
  @Shaped(readIdentifier)
  identifier!: string;

  @Field(() => String)
  @Shaped(opaque(1, 2000))
  password!: string;

  @Field(() => ContactChannel)
  channel!: ContactChannel;

  @Field(() => String, { description: 'The contact as it should have been.' })
  @Shaped(opaque(1, 320))
  contact!: string;

  @Field(() => String, { nullable: true })
  captcha?: string | null;
}
