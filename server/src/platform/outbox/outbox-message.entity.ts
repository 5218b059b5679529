import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Channel } from './message.js';

/** See security.md 5.4; `dueAt` is null in every state that ends the row's work. */
export type DeliveryStatus =
  | 'QUEUED'
  | 'SENDING'
  | 'RETRYING'
  | 'ACCEPTED'
  | 'DELIVERED'
  | 'READ'
  | 'FAILED'
  | 'EXPIRED'
  | 'SUPPRESSED';

@Entity('outbox_messages')
@Index('ix_outbox_due', ['dueAt', 'id'])
@Index('ix_outbox_channel_due', ['channel', 'dueAt', 'id'])
@Index('ix_outbox_claim', ['claim'])
@Index('ix_outbox_account', ['accountId', 'createdAt'])
@Index('ix_outbox_secret', ['secretId'])
@Index('ix_outbox_provider', ['providerId'])
@Index('ix_outbox_cause', ['causeId'])
@Index('ix_outbox_fall_back', ['fallBackAt'])
@Index('ix_outbox_regency', ['regencyCode', 'id'])
@Index('ix_outbox_province', ['provinceCode', 'id'])
export class OutboxMessage {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  kind!: string;

  @Column({ type: 'varchar', length: 8 })
  channel!: Channel;

  /** Keyed digest of the address, for counting and looking up; the address itself is inside `sealed`. */
  @Column({ name: 'recipient_digest', type: 'varchar', length: 80 })
  recipientDigest!: string;

  @Column({ name: 'recipient_mask', type: 'varchar', length: 254 })
  recipientMask!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  /** Of the account's region when it was written, for pages that follow an index; null for nobody's and for addresses abroad. */
  @Column({ name: 'province_code', type: 'varchar', length: 2, nullable: true })
  provinceCode!: string | null;

  @Column({ name: 'regency_code', type: 'varchar', length: 5, nullable: true })
  regencyCode!: string | null;

  /** The code or link inside; when that dies unsent, the message goes with it. */
  @Column({ name: 'secret_id', type: 'varchar', length: 36, nullable: true })
  secretId!: string | null;

  /** The decision that it tells of and that can be taken back until the message is due. */
  @Column({ name: 'cause_id', type: 'varchar', length: 36, nullable: true })
  causeId!: string | null;

  /** Sealed message; null once nothing is left to send, because the text may hold a secret. */
  @Column({ type: 'text', nullable: true })
  sealed!: string | null;

  @Column({ type: 'varchar', length: 12 })
  status!: DeliveryStatus;

  /** Short code of why it failed, expired or was suppressed. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  reason!: string | null;

  @Column({ type: 'int', default: 0 })
  attempts!: number;

  /** When it may be tried next. A claim moves it forward, so a lost worker's rows return. */
  @Column({ name: 'due_at', type: 'datetime', precision: 3, nullable: true })
  dueAt!: Date | null;

  /** Of a suppressed one: when it may be asked for again. */
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'varchar', length: 36, nullable: true })
  claim!: string | null;

  @Column({ name: 'provider_id', type: 'varchar', length: 190, nullable: true })
  providerId!: string | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When to send it by another channel, unless it has arrived by then; null: not at all, or decided. */
  @Column({ name: 'fall_back_at', type: 'datetime', precision: 3, nullable: true })
  fallBackAt!: Date | null;
  /** The last move of its status; null in rows of an older version that still runs. */
  @Column({ name: 'updated_at', type: 'datetime', precision: 3, nullable: true })
  updatedAt!: Date | null;

  @Column({ name: 'accepted_at', type: 'datetime', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  /** Of the request that it follows from (`x-request-id`); null for what the worker does by the clock. */
  @Column({ name: 'request_id', type: 'varchar', length: 36, nullable: true })
  requestId!: string | null;

  /** The span it goes on from, while somebody traces. */
  @Column({ type: 'varchar', length: 55, nullable: true })
  traceparent!: string | null;
}
