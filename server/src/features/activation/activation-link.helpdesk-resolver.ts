import { FieldResolver, Resolver, Root } from 'type-graphql';

import { HelpdeskAccountView } from '../../account/helpdesk-account.type.js';
import type { OneTimeSecrets } from '../../account/one-time-secrets.js';

/** What an agent tells somebody who looks for the message: whether the one they have still works. */
@Resolver(() => HelpdeskAccountView)
export class ActivationLinkResolver {
  constructor(private readonly secrets: OneTimeSecrets) {}

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'Until when the activation link or code that is out now works; null: none does.',
  })
  activationValidUntil(@Root() { id }: HelpdeskAccountView): Promise<Date | null> {
    return this.secrets.openUntil(id, 'ACTIVATION');
  }
}
