import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Channel } from '../outbox/message.js';

/** What would have been sent, kept for the developer to read; stays empty in production. */
@Entity('dev_inbox_messages')
@Index('ix_dev_inbox_messages_at', ['at', 'id'])
export class DevInboxMessage {
  /** The outbox row's. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 20 })
  channel!: Channel;

  @Column({ type: 'varchar', length: 254 })
  recipient!: string;

  @Column({ type: 'varchar', length: 60 })
  kind!: string;

  @Column({ type: 'varchar', length: 200 })
  subject!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'varchar', length: 20, nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
