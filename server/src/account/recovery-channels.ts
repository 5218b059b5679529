import { after, DAY_MS, type Now } from '../platform/clock.js';
import type { Account } from './account.entity.js';
import type { Channel, Contact } from './contact.js';
import type { Identifier } from './identifier.entity.js';
import { channelOf, contactOf, type Identifiers, isContact } from './identifiers.js';

type Whose = Pick<Account, 'id' | 'activatedAt'>;

/** Where a way back into an account may be sent (R23): proven contacts only, and not to one that a thief may just have put there. */
export class RecoveryChannels {
  constructor(
    private readonly identifiers: Identifiers,
    private readonly now: Now,
    /** CHANNEL_TRUST_AGE_D. */
    private readonly trustAgeD: number,
  ) {}

  /** The proven contact of this channel, or the oldest one while that was changed lately; null when nothing of it is proven. */
  async chosen(account: Whose, channel: Channel): Promise<Contact | null> {
    const proven = (await this.identifiers.of(account.id)).filter(isProven);
    const wanted = proven.find((one) => channelOf(one) === channel);
    if (!wanted) return null;
    const oldest = proven.reduce((one, other) => (other.createdAt < one.createdAt ? other : one));
    return contactOf(this.isRecent(account, wanted) ? oldest : wanted);
  }

  /** Put there after the activation and within the last days; what was given at registration is as old as the account. */
  isRecent({ activatedAt }: Whose, { createdAt }: Identifier): boolean {
    if (!activatedAt || createdAt <= activatedAt) return false;
    return after(createdAt, this.trustAgeD * DAY_MS) > this.now();
  }
}

const isProven = (one: Identifier): boolean => isContact(one) && one.verifiedAt !== null;
