import { Field, InputType } from 'type-graphql';

import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { CommandKey, REPEATED } from '../../platform/idempotency/command-key.js';

const token = opaque(1, 128);

@InputType()
export class CancelEmailReplacementInput {
  @Field(() => String, { description: 'The part of the stop link after "#".' })
  @Shaped(token)
  token!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}

@InputType()
export class UndoEmailReplacementInput {
  @Field(() => String, { description: 'The part of the undo link after "#".' })
  @Shaped(token)
  token!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}

@InputType()
export class WithdrawEmailReplacementInput {
  @Field(() => String)
  @Shaped(opaque(1, 100))
  ticketToken!: string;
}
