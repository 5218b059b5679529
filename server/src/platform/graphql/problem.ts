import { Ctx, Field, InterfaceType } from 'type-graphql';

import type { Words } from '../words/language.js';
import type { Context } from './context.js';

/** What every unhappy outcome shares, so a client can show one it has never heard of. */
@InterfaceType({
  autoRegisterImplementations: false,
  resolveType: (problem: object) => problem.constructor.name,
})
export abstract class Problem {
  abstract readonly words: Words;

  @Field(() => String, { description: 'A sentence fit to show, in the language of the request.' })
  message(@Ctx() { language }: Context): string {
    return this.words[language];
  }
}
