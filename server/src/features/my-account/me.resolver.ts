import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';

import { AccountView } from '../../account/account.type.js';
import { maskNik, maskNpwp } from '../../account/contact.js';
import type { IdentifierKind } from '../../account/identifier.entity.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { PublicContext } from '../../account/public-context.js';
import type { Sessions } from '../../account/sessions.js';
import type { Database } from '../../platform/database/transact.js';
import { assertPageSize } from '../../platform/graphql/page-size.js';
import type { ActivityService } from './activity.service.js';
import { MeLoaders } from './me.loaders.js';
import { ActivityPage, AddressView, ContactView, EntityView, SessionView } from './me.types.js';

interface Needs {
  readonly db: Database;
  readonly identifiers: Identifiers;
  readonly personal: PersonalData;
  readonly sessions: Sessions;
  readonly activity: ActivityService;
}

@Resolver(() => AccountView)
export class MeResolver {
  constructor(private readonly needs: Needs) {}

  @Query(() => AccountView, {
    nullable: true,
    description: 'The account of the session, or null without one.',
  })
  async me(@Ctx() { signedIn }: PublicContext): Promise<AccountView | null> {
    const known = await signedIn();
    return known && new AccountView(known.account);
  }

  @FieldResolver(() => String)
  async username(@Root() { id }: AccountView, @Ctx() context: PublicContext): Promise<string> {
    const rows = await MeLoaders.of(context, this.needs).identifiers.load(id);
    return rows.find(({ kind }) => kind === 'USERNAME')?.value ?? '';
  }

  @FieldResolver(() => ContactView, { nullable: true })
  email(@Root() account: AccountView, @Ctx() context: PublicContext): Promise<ContactView | null> {
    return this.#contact(account, 'EMAIL', context);
  }

  @FieldResolver(() => ContactView, { nullable: true })
  whatsapp(@Root() account: AccountView, @Ctx() context: PublicContext): Promise<ContactView | null> {
    return this.#contact(account, 'PHONE', context);
  }

  @FieldResolver(() => EntityView, { nullable: true })
  async entity(@Root() { id }: AccountView, @Ctx() context: PublicContext): Promise<EntityView | null> {
    const row = await MeLoaders.of(context, this.needs).entity.load(id);
    return row && new EntityView(row, this.needs.personal.open(id, 'entityNpwp', row.npwpSealed));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Masked, for its owner too.' })
  nik(@Root() { id, row }: AccountView): string | null {
    const nik = this.needs.personal.open(id, 'nik', row.nikSealed);
    return nik && maskNik(nik);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Masked, for its owner too.' })
  npwp(@Root() { id, row }: AccountView): string | null {
    const npwp = this.needs.personal.open(id, 'npwp', row.npwpSealed);
    return npwp && maskNpwp(npwp);
  }

  @FieldResolver(() => AddressView, { nullable: true })
  address(@Root() { row }: AccountView): AddressView {
    return new AddressView(row);
  }

  @FieldResolver(() => [SessionView], { description: 'Live ones, newest first.' })
  async sessions(@Root() { id }: AccountView, @Ctx() context: PublicContext): Promise<SessionView[]> {
    const current = (await context.signedIn())?.session.id;
    const live = await MeLoaders.of(context, this.needs).sessions.load(id);
    return live.map((session) => new SessionView(session, this.needs.sessions.idleUntil(session), current));
  }

  @FieldResolver(() => ActivityPage)
  activity(
    @Root() { id: accountId }: AccountView,
    @Ctx() context: PublicContext,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<ActivityPage> {
    assertPageSize(first);
    const { language } = context;
    return MeLoaders.of(context, this.needs).activity.load({ accountId, language, first, after });
  }

  async #contact(
    { id }: AccountView,
    kind: IdentifierKind,
    context: PublicContext,
  ): Promise<ContactView | null> {
    const rows = await MeLoaders.of(context, this.needs).identifiers.load(id);
    const row = rows.find((one) => one.kind === kind);
    return row ? new ContactView(row) : null;
  }
}
