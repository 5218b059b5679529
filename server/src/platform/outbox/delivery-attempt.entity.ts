import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type AttemptOutcome = 'ACCEPTED' | 'POSTPONED' | 'REFUSED';

/** One try at one message; what the helpdesk reads as its trace. Never content. */
@Entity('delivery_attempts')
@Index('ix_delivery_attempts_message', ['messageId', 'at'])
export class DeliveryAttempt {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'message_id', type: 'varchar', length: 36 })
  messageId!: string;

  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'varchar', length: 10 })
  outcome!: AttemptOutcome;

  @Column({ type: 'varchar', length: 60, nullable: true })
  reason!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
