import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something asked for by a stranger, to be looked into by the worker. */
@Entity('deferred_requests')
@Index('ix_deferred_requests_due', ['dueAt', 'id'])
export class DeferredRequest {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  kind!: string;

  @Column({ type: 'text' })
  sealed!: string;

  @Column({ type: 'int', default: 0 })
  tries!: number;

  /** Null: given up, kept for whoever reads the report. */
  @Column({ name: 'due_at', type: 'datetime', precision: 3, nullable: true })
  dueAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** Of the request that it follows from (`x-request-id`); null for what the worker does by the clock. */
  @Column({ name: 'request_id', type: 'varchar', length: 36, nullable: true })
  requestId!: string | null;

  /** The span it goes on from, while somebody traces. */
  @Column({ type: 'varchar', length: 55, nullable: true })
  traceparent!: string | null;
}
