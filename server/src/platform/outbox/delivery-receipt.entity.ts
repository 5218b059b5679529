import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a provider said afterwards. The id is the digest of the event, so a repeated callback is one row. */
@Entity('delivery_receipts')
@Index('ix_delivery_receipts_provider', ['providerId', 'at'])
@Index('ix_delivery_receipts_received', ['receivedAt'])
export class DeliveryReceipt {
  @PrimaryColumn({ type: 'varchar', length: 80 })
  id!: string;

  @Column({ name: 'provider_id', type: 'varchar', length: 190 })
  providerId!: string;

  @Column({ type: 'varchar', length: 12 })
  status!: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED';

  @Column({ type: 'varchar', length: 60, nullable: true })
  reason!: string | null;

  /** The provider's time. */
  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ name: 'received_at', type: 'datetime', precision: 3 })
  receivedAt!: Date;
}
