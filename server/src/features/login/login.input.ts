import { Field, ID, InputType } from 'type-graphql';

import { readIdentifier } from '../../account/contact.js';
import { opaque, Shaped } from '../../platform/graphql/shaped.js';

@InputType()
export class LoginInput {
  @Field(() => String, { description: 'Username, email or phone number.' })
  @Shaped(readIdentifier)
  identifier!: string;

  @Field(() => String)
  @Shaped(opaque(1, 2000))
  password!: string;

  @Field(() => String, { nullable: true, description: 'Only after `CaptchaRequired`.' })
  captcha?: string | null;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID)
  @Shaped(opaque(1, 36))
  sessionId!: string;
}
