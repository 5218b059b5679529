import { Ctx, Field, ObjectType } from 'type-graphql';

import type { Words } from '../words/language.js';
import type { Context } from './context.js';

/** A happy outcome that speaks: a sentence fit to show, in the language of the request. */
@ObjectType()
export abstract class Said {
  abstract readonly words: Words;

  @Field(() => String, { description: 'A sentence fit to show, in the language of the request.' })
  message(@Ctx() { language }: Context): string {
    return this.words[language];
  }
}
