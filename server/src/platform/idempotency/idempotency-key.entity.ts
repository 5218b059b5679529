import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One command of one actor, however often it is sent. The key itself is not kept, only its digest. */
@Entity('idempotency_keys')
@Index('uq_idempotency_keys_actor_key', ['actorId', 'keyDigest'], { unique: true })
@Index('ix_idempotency_keys_created', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'actor_id', type: 'varchar', length: 36 })
  actorId!: string;

  @Column({ name: 'key_digest', type: 'varchar', length: 64 })
  keyDigest!: string;

  /** Keyed hash of operation and input: the same key for something else is refused. */
  @Column({ name: 'input_hash', type: 'varchar', length: 80 })
  inputHash!: string;

  /** The run that may finish it; another may take its place only after `runningUntil`. */
  @Column({ type: 'varchar', length: 36 })
  run!: string;

  @Column({ name: 'running_until', type: 'datetime', precision: 3 })
  runningUntil!: Date;

  /** JSON from which the answer can be given again, written with the effects; null while it runs. */
  @Column({ type: 'text', nullable: true })
  kept!: string | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}
