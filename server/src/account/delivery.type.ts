import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { ContactChannel } from './channel.type.js';
import type { Channel } from './contact.js';

/** The GraphQL face of the outbox's states (security.md 5.4). */
export enum DeliveryStatus {
  QUEUED = 'QUEUED',
  SENDING = 'SENDING',
  ACCEPTED = 'ACCEPTED',
  DELIVERED = 'DELIVERED',
  READ = 'READ',
  RETRYING = 'RETRYING',
  FAILED = 'FAILED',
  EXPIRED = 'EXPIRED',
  SUPPRESSED = 'SUPPRESSED',
}
registerEnumType(DeliveryStatus, { name: 'DeliveryStatus' });

/** Columns of a message that nobody at the desk may see stay out: there is no way from here to its text. */
export type Trace = Omit<OutboxMessage, 'sealed' | 'recipientDigest' | 'secretId' | 'claim'>;

@ObjectType('Delivery', { description: 'One message to one person. Never its content.' })
export class DeliveryView {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly kind: string;

  @Field(() => ContactChannel)
  readonly channel: Channel;

  @Field(() => String, { description: 'Masked.' })
  readonly destination: string;

  @Field(() => DeliveryStatus)
  readonly status: Trace['status'];

  @Field(() => Date)
  readonly queuedAt: Date;

  @Field(() => Date)
  readonly updatedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is tried next; of one that was not sent, when it may be asked for again.',
  })
  readonly nextTryAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the provider calls it, to ask them about it.' })
  readonly providerReference: string | null;

  /** What features make their own fields from; not itself part of the schema. */
  readonly row: Trace;

  constructor(row: Trace) {
    this.row = row;
    this.id = row.id;
    this.kind = row.kind;
    this.channel = row.channel;
    this.destination = row.recipientMask;
    this.status = row.status;
    this.queuedAt = row.createdAt;
    this.updatedAt = row.updatedAt ?? row.acceptedAt ?? row.createdAt;
    this.nextTryAt = nextTryOf(row);
    this.providerReference = row.providerId;
  }
}

function nextTryOf({ status, dueAt, expiresAt }: Trace): Date | null {
  if (status === 'QUEUED' || status === 'RETRYING') return dueAt;
  return status === 'SUPPRESSED' ? expiresAt : null;
}
