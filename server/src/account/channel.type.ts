import { Field, ObjectType, registerEnumType } from 'type-graphql';

import { type Channel, type Contact, maskContact } from './contact.js';

/** The GraphQL face of `Channel`. */
export enum ContactChannel {
  EMAIL = 'EMAIL',
  WHATSAPP = 'WHATSAPP',
}
registerEnumType(ContactChannel, { name: 'Channel' });

@ObjectType({
  description: 'A contact as strangers may see it. The mask has a fixed shape whatever the length.',
})
export class MaskedContact {
  @Field(() => ContactChannel)
  readonly channel: Channel;

  @Field(() => String)
  readonly value: string;

  constructor(contact: Pick<Contact, 'channel' | 'value'>) {
    this.channel = contact.channel;
    this.value = maskContact(contact);
  }

  /** Masked before, and kept so. */
  static ofMask(channel: Channel, value: string): MaskedContact {
    return Object.assign(Object.create(MaskedContact.prototype), { channel, value });
  }
}
