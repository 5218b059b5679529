import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { PublicContext } from '../../account/public-context.js';
import { whoIsSignedIn } from '../../account/signed-in.js';
import { Sensitive } from '../../platform/graphql/once-per-request.js';
import { Urgent } from '../../platform/graphql/urgency.js';
import {
  ConfirmContactChangeInput,
  RequestContactChangeInput,
  UndoContactChangeInput,
} from './contact-change.input.js';
import {
  ConfirmContactChangeResult,
  RequestContactChangeResult,
  UndoContactChangeResult,
} from './contact-change.result.js';
import type { ContactChangeService } from './contact-change.service.js';
import type { ContactWayBack } from './contact-way-back.service.js';
import { ChangePasswordInput } from './password-change.input.js';
import { ChangePasswordResult, PasswordChanged } from './password-change.result.js';
import type { PasswordChangeService } from './password-change.service.js';
import { UpdateProfileInput } from './profile.input.js';
import { UpdateProfileResult } from './profile.result.js';
import type { ProfileService } from './profile.service.js';

@Resolver()
export class MyAccountResolver {
  constructor(
    private readonly passwords: PasswordChangeService,
    private readonly profile: ProfileService,
    private readonly contacts: ContactChangeService,
    private readonly wayBack: ContactWayBack,
  ) {}

  @Sensitive()
  @Mutation(() => ChangePasswordResult)
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: PublicContext,
  ): Promise<ChangePasswordResult> {
    const outcome = await this.passwords.change(input, await whoIsSignedIn(context), context.caller);
    return outcome instanceof PasswordChanged ? outcome.handedOver(context.handOver) : outcome;
  }

  @Sensitive()
  @Mutation(() => UpdateProfileResult)
  async updateProfile(
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
    @Ctx() context: PublicContext,
  ): Promise<UpdateProfileResult> {
    return this.profile.update(input, await whoIsSignedIn(context), context.caller);
  }

  @Sensitive()
  @Mutation(() => RequestContactChangeResult)
  async requestContactChange(
    @Arg('input', () => RequestContactChangeInput) input: RequestContactChangeInput,
    @Ctx() context: PublicContext,
  ): Promise<RequestContactChangeResult> {
    return this.contacts.request(input, await whoIsSignedIn(context), context.caller);
  }

  @Sensitive()
  @Mutation(() => ConfirmContactChangeResult, { description: 'From the session that asked for the change.' })
  async confirmContactChange(
    @Arg('input', () => ConfirmContactChangeInput) input: ConfirmContactChangeInput,
    @Ctx() context: PublicContext,
  ): Promise<ConfirmContactChangeResult> {
    return this.contacts.confirm(input, await whoIsSignedIn(context), context.caller);
  }

  @Urgent('STOP')
  @Sensitive()
  @Mutation(() => UndoContactChangeResult, {
    description: 'The link sent to a replaced contact, for some days: puts it back and logs everybody out.',
  })
  undoContactChange(
    @Arg('input', () => UndoContactChangeInput) input: UndoContactChangeInput,
    @Ctx() { caller }: PublicContext,
  ): Promise<UndoContactChangeResult> {
    return this.wayBack.undo(input, caller);
  }
}
