import { Field, InputType } from 'type-graphql';

import { ContactChannel } from '../../account/channel.type.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { CommandKey, REPEATED } from '../../platform/idempotency/command-key.js';

@InputType()
export class RequestContactChangeInput {
  @Field(() => ContactChannel)
  channel!: ContactChannel;

  @Field(() => String)
  @Shaped(opaque(1, 320))
  contact!: string;

  @Field(() => String)
  @Shaped(opaque(1, 2000))
  password!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}

@InputType()
export class ConfirmContactChangeInput {
  @Field(() => ContactChannel)
  channel!: ContactChannel;

  @Field(() => String, { description: 'Digits as received; spaces are ignored.' })
  @Shaped(opaque(1, 40))
  code!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}

@InputType()
export class UndoContactChangeInput {
  @Field(() => String, { description: 'The part of the link after "#".' })
  @Shaped(opaque(1, 128))
  token!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}
