import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One link of the chain. A table of its own, so that sealing an event never changes its row. */
@Entity('audit_seals')
@Index('uq_audit_seals_event', ['eventId'], { unique: true })
export class AuditSeal {
  /** 1, 2, 3 … without a gap; being the key, it lets one of two sealers win. */
  @PrimaryColumn({ type: 'int' })
  seq!: number;

  @Column({ name: 'event_id', type: 'varchar', length: 36 })
  eventId!: string;

  /** Keyed digest of the link before, the event's MAC and `seq`. */
  @Column({ type: 'varchar', length: 80 })
  chain!: string;

  @Column({ name: 'sealed_at', type: 'datetime', precision: 3 })
  sealedAt!: Date;
}
