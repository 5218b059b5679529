import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Account } from './account.entity.js';

export type BlockAct = 'BLOCK' | 'UNBLOCK';
/** How it ended; null while it waits for the second person. */
export type BlockEnd = 'APPLIED' | 'REPLACED' | 'EXPIRED';

/** A block, or the end of one: proposed by one supervisor, in effect once another has sent the same (R54). */
@Entity('account_blocks')
@Index('uq_account_blocks_open', ['openFor'], { unique: true })
@Index('ix_account_blocks_account', ['accountId', 'endReason', 'endedAt'])
export class AccountBlock {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Account, {
    name: 'fk_account_blocks_account',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  accountId!: string;

  /** Equal to `accountId` while it waits: one proposal an account. */
  @Column({ name: 'open_for', type: 'varchar', length: 36, nullable: true })
  openFor!: string | null;

  @Column({ type: 'varchar', length: 7 })
  act!: BlockAct;

  @Column({ name: 'decision_number', type: 'varchar', length: 100 })
  decisionNumber!: string;

  /** For colleagues; the owner is told the number. */
  @Column({ type: 'varchar', length: 500 })
  reason!: string;

  @Column({ name: 'proposed_by', type: 'varchar', length: 36 })
  proposedBy!: string;

  /** Of whoever proposed it, as it was called then. */
  @Column({ name: 'office_name', type: 'varchar', length: 150 })
  officeName!: string;

  @Column({ name: 'proposed_at', type: 'datetime', precision: 3 })
  proposedAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'varchar', length: 10, nullable: true })
  endReason!: BlockEnd | null;

  /** The second person, or whoever proposed something else instead. */
  @Column({ name: 'ended_by', type: 'varchar', length: 36, nullable: true })
  endedBy!: string | null;
}
