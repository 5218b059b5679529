import { Field, InputType } from 'type-graphql';

import { opaque, Shaped } from '../../platform/graphql/shaped.js';
import { CommandKey, REPEATED } from '../../platform/idempotency/command-key.js';

@InputType()
export class ReportNotMeInput {
  @Field(() => String, { description: 'The part of the link after "#".' })
  @Shaped(opaque(1, 128))
  token!: string;

  @CommandKey(REPEATED)
  idempotencyKey?: string | null;
}
