import { Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import type { SecretHash } from '../../platform/crypto/secret-hash.js';

/** What the portal seals unfinished answers with, so that its storage alone tells nobody anything (docs/decisions/0011). */
@Resolver()
export class AnswersKeysResolver {
  constructor(private readonly hash: SecretHash) {}

  @Mutation(() => [String], {
    description:
      'For pages of this service with `x-session: cookie`, empty for others: what this browser seals unfinished answers with. The first seals, all of them open. Keep it in memory alone.',
  })
  answersKeys(@Ctx() { ownBrowser }: PublicContext): string[] {
    const browser = ownBrowser();
    return browser === null ? [] : this.hash.all('answers', browser);
  }
}
