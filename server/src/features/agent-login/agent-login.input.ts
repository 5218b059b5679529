import { Field, InputType } from 'type-graphql';

import { opaque, Shaped } from '../../platform/graphql/shaped.js';

@InputType()
export class LogInAgentInput {
  @Field(() => String)
  @Shaped(opaque(1, 100))
  username!: string;

  @Field(() => String)
  @Shaped(opaque(1, 2000))
  password!: string;
}

@InputType()
export class ConfirmTotpInput {
  @Field(() => String, { description: 'From `TotpRequired` or `TotpEnrolment`.' })
  @Shaped(opaque(1, 128))
  challenge!: string;

  @Field(() => String, { description: 'Six digits of the authenticator app; spaces are ignored.' })
  @Shaped(opaque(1, 40))
  code!: string;
}

@InputType()
export class RefreshProofInput {
  @Field(() => String)
  @Shaped(opaque(1, 40))
  code!: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The part of the invitation link after "#".' })
  @Shaped(opaque(1, 128))
  token!: string;

  @Field(() => String)
  @Shaped(opaque(1, 2000))
  password!: string;
}

/** Six digits as a person types or pastes them. */
export const digitsIn = (code: string): string => code.normalize('NFKC').replace(/[\s-]/g, '');
