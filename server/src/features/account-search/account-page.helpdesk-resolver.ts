import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { maskBirthDate, maskNik, maskNpwp } from '../../account/contact.js';
import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import { maskPassport } from '../../account/passport.js';
import type { PersonalData } from '../../account/personal-data.js';
import { AllowedAction } from '../../office/allowed-action.type.js';
import { AuditPage } from '../../office/audit-view.type.js';
import type { AuditViews } from '../../office/audit-views.js';
import { type HelpdeskContext, whoIsOnDuty } from '../../office/helpdesk-context.js';
import { assertPageSize } from '../../platform/graphql/page-size.js';
import { placeIn } from '../../platform/graphql/place.js';
import type { AccountPageService } from './account-page.service.js';
import { allowedActions } from './allowed-actions.js';

interface Needs {
  readonly pages: AccountPageService;
  readonly personal: PersonalData;
  readonly auditViews: AuditViews;
}

@Resolver(() => HelpdeskAccountView)
export class AccountPageResolver {
  constructor(private readonly needs: Needs) {}

  @Query(() => HelpdeskAccountView, {
    nullable: true,
    description: 'Null also for an account of another office. Each opening is on record.',
  })
  account(
    @Arg('id', () => ID) id: string,
    @Ctx() context: HelpdeskContext,
  ): Promise<HelpdeskAccountView | null> {
    return this.needs.pages.open(id, context);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Masked.' })
  nik(@Root() { id, row }: HelpdeskAccountView): string | null {
    const nik = this.needs.personal.open(id, 'nik', row.nikSealed);
    return nik && maskNik(nik);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Masked.' })
  npwp(@Root() { id, row }: HelpdeskAccountView): string | null {
    const npwp =
      this.needs.personal.open(id, 'entityNpwp', row.entity?.npwpSealed ?? null) ??
      this.needs.personal.open(id, 'npwp', row.npwpSealed);
    return npwp && maskNpwp(npwp);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Masked.' })
  passport(@Root() { id, row }: HelpdeskAccountView): string | null {
    const passport = this.needs.personal.open(id, 'passport', row.passportSealed);
    return passport && maskPassport(passport);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The year alone.' })
  birthDate(@Root() { id, row }: HelpdeskAccountView): string | null {
    const birthDate = this.needs.personal.open(id, 'birthDate', row.birthDateSealed);
    return birthDate && maskBirthDate(birthDate);
  }

  @FieldResolver(() => AuditPage, { description: 'All that happened to the account, looks at it included.' })
  timeline(
    @Root() { id }: HelpdeskAccountView,
    @Ctx() { language }: HelpdeskContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AuditPage> {
    assertPageSize(first);
    const page = { first, after: placeIn(after) };
    return this.needs.auditViews.page({ subjectId: id }, page, { language });
  }

  @FieldResolver(() => [AllowedAction], {
    description: 'What this agent may do about it; acts of other roles are left out.',
  })
  async allowedActions(
    @Root() { status }: HelpdeskAccountView,
    @Ctx() context: HelpdeskContext,
  ): Promise<AllowedAction[]> {
    return allowedActions(status, await whoIsOnDuty(context), context.language);
  }
}
