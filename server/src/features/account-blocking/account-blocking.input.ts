import { Field, ID, InputType } from 'type-graphql';

import { opaque, Shaped, text } from '../../platform/graphql/shaped.js';

@InputType()
export class BlockAccountInput {
  @Field(() => ID)
  @Shaped(opaque(1, 36))
  accountId!: string;

  @Field(() => String, { description: 'The owner is told it. The second person sends the same.' })
  @Shaped(text(3, 100))
  decisionNumber!: string;

  @Field(() => String, { description: 'For colleagues and auditors.' })
  @Shaped(text(10, 500))
  reason!: string;
}

@InputType()
export class UnblockAccountInput extends BlockAccountInput {}

/** One number, however it is spaced and capitalised. */
export const decisionNumberIn = (raw: string): string =>
  raw.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
