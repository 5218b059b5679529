import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';

import { type Captcha, CaptchaPurpose, type Challenge } from './captcha.js';

@ObjectType({
  description:
    "What the browser needs to solve a captcha; `challenge` is the provider's own JSON (ALTCHA by default).",
})
export class CaptchaChallenge {
  @Field(() => String, { description: '`altcha`, `turnstile`, `hcaptcha`, `recaptcha` or `off`.' })
  provider!: string;

  @Field(() => String, { nullable: true })
  siteKey!: string | null;

  @Field(() => String, { nullable: true })
  challenge!: string | null;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;
}

@Resolver()
export class CaptchaResolver {
  constructor(private readonly captcha: Captcha) {}

  @Query(() => CaptchaChallenge, {
    description:
      'Good for one answer, for this purpose. Providers that know an `action` get the purpose as such.',
  })
  captchaChallenge(@Arg('purpose', () => CaptchaPurpose) purpose: CaptchaPurpose): Promise<Challenge> {
    return this.captcha.challenge(purpose);
  }
}
