import { Field, ObjectType } from 'type-graphql';

import type { Language, Words } from '../platform/words/language.js';

@ObjectType({ description: 'What this agent may do now, and if not, why.' })
export class AllowedAction {
  @Field(() => String, { description: 'As the console calls it: `RESEND_ACTIVATION`.' })
  readonly action: string;

  @Field(() => Boolean)
  readonly allowed: boolean;

  @Field(() => String, { nullable: true, description: 'In the language of the request.' })
  readonly reason: string | null;

  /** `refusal`: why not; null where nothing stands against it. The mutation decides again. */
  constructor(action: string, refusal: Words | null, language: Language) {
    this.action = action;
    this.allowed = refusal === null;
    this.reason = refusal?.[language] ?? null;
  }
}
