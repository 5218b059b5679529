import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { whoIsSignedIn } from '../../account/signed-in.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { EndSessionInput, LoginInput } from './login.input.js';
import { LoggedIn, LoginResult } from './login.result.js';
import type { LoginService } from './login.service.js';
import type { SessionsService } from './sessions.service.js';

@Resolver()
export class LoginResolver {
  constructor(
    private readonly entry: LoginService,
    private readonly sessions: SessionsService,
  ) {}

  @Sensitive()
  @Mutation(() => LoginResult)
  async login(
    @Arg('input', () => LoginInput) input: LoginInput,
    @Ctx() context: PublicContext,
  ): Promise<LoginResult> {
    const outcome = await this.entry.login(input, context.caller);
    return outcome instanceof LoggedIn ? outcome.handedOver(context.handOver) : outcome;
  }

  @Mutation(() => Boolean, { description: 'False when there was no session to end.' })
  async logout(@Ctx() context: PublicContext): Promise<boolean> {
    const signedIn = await context.signedIn();
    context.forget();
    return this.sessions.logout(signedIn, context.caller);
  }

  @Mutation(() => Boolean, { description: 'False: not one of this account’s live sessions.' })
  async endSession(
    @Arg('input', () => EndSessionInput) { sessionId }: EndSessionInput,
    @Ctx() context: PublicContext,
  ): Promise<boolean> {
    return this.sessions.end(await whoIsSignedIn(context), sessionId, context.caller);
  }

  @Mutation(() => Int, { description: 'How many ended.' })
  async endOtherSessions(@Ctx() context: PublicContext): Promise<number> {
    return this.sessions.endOthers(await whoIsSignedIn(context), context.caller);
  }
}
