import { createUnionType, Field, ID, ObjectType } from 'type-graphql';

import { AccountStatus } from '../../account/account-status.js';
import { MaskedContact } from '../../account/channel.type.js';
import { type Contact, maskUsername } from '../../account/contact.js';
import { CaptchaRejected } from '../../platform/captcha/captcha-rejected.result.js';
import { Said } from '../../platform/graphql/said.js';
import { TooManyRequests } from '../../platform/graphql/too-many-requests.js';

export interface Found {
  readonly lookupId: string;
  readonly username: string;
  readonly contacts: readonly Contact[];
  readonly status: AccountStatus;
}

@ObjectType({
  description:
    'An account as a stranger may see it: its owner recognises it, nobody else learns enough to use it.',
})
export class FoundAccount {
  @Field(() => ID, { description: 'For `sendAccountReminder`, within the next minutes.' })
  readonly lookupId: string;

  @Field(() => String, { description: 'Masked.' })
  readonly username: string;

  @Field(() => [MaskedContact], { description: 'The proven ones.' })
  readonly contacts: MaskedContact[];

  @Field(() => AccountStatus)
  readonly status: AccountStatus;

  constructor({ lookupId, username, contacts, status }: Found) {
    this.lookupId = lookupId;
    this.username = maskUsername(username);
    this.contacts = contacts.map((contact) => new MaskedContact(contact));
    this.status = status;
  }
}

@ObjectType({
  description:
    'One NIK can have several accounts. A miss of whatever kind is an empty list in the same time.',
})
export class AccountsFound {
  @Field(() => [FoundAccount])
  readonly accounts: FoundAccount[];

  constructor(accounts: FoundAccount[]) {
    this.accounts = accounts;
  }
}

@ObjectType({ description: 'The same answer whatever becomes of it.' })
export class AccountReminderRequested extends Said {
  readonly words = {
    id: 'Bila kontak itu terbukti, username lengkap dikirim ke sana dalam satu menit; bila kontak itu baru saja diganti, ke kontak yang lebih lama. Tidak ada yang masuk? Cari akun sekali lagi, lalu pilih kanal lain.',
    en: 'If that contact is proven, the full username is sent there within a minute; if it was changed lately, to an older one. Nothing arrives? Look the account up once more and choose the other channel.',
  };
}

export const FindAccountsResult = createUnionType({
  name: 'FindAccountsResult',
  types: () => [AccountsFound, CaptchaRejected, TooManyRequests] as const,
});
export type FindAccountsResult = typeof FindAccountsResult;

export const SendAccountReminderResult = createUnionType({
  name: 'SendAccountReminderResult',
  types: () => [AccountReminderRequested, TooManyRequests] as const,
});
export type SendAccountReminderResult = typeof SendAccountReminderResult;
