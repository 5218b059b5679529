import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Account } from './account.entity.js';

/** A login of an account holder. The token itself is known to its bearer only. */
@Entity('sessions')
@Index('uq_sessions_token', ['tokenHash'], { unique: true })
@Index('uq_sessions_next_token', ['nextTokenHash'], { unique: true })
@Index('ix_sessions_account', ['accountId', 'endedAt'])
@Index('ix_sessions_expires', ['expiresAt'])
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Account, { name: 'fk_sessions_account', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  accountId!: string;

  @Column({ name: 'token_hash', type: 'varchar', length: 80 })
  tokenHash!: string;

  /** The token handed out by a change of password: once it is used, the former one is dead. */
  @Column({ name: 'next_token_hash', type: 'varchar', length: 80, nullable: true })
  nextTokenHash!: string | null;

  @Column({ name: 'credential_version', type: 'int' })
  credentialVersion!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'datetime', precision: 3 })
  lastSeenAt!: Date;

  /** The absolute limit. */
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'varchar', length: 20, nullable: true })
  endReason!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  device!: string | null;

  @Column({ type: 'varchar', length: 45 })
  source!: string;
}
