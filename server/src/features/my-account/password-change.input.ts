import { Field, InputType } from 'type-graphql';

import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { CommandKey, REPEATED } from '../../platform/idempotency/command-key.js';

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @Shaped(opaque(1, 2000))
  currentPassword!: string;

  @Field(() => String, { description: 'Taken exactly as given; see `passwordPolicy`.' })
  @Shaped(opaque(0, 2000)) // the policy says what is wrong with it; this only bounds the work
  newPassword!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}
