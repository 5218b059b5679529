import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { Account } from './account.entity.js';

/** Marks on an account that somebody tried to take, or took and lost again. Both end by themselves. */
@Entity('account_cautions')
export class AccountCaution {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Account, {
    name: 'fk_account_cautions_account',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  accountId!: string;

  /** Until then every new case about it is HIGH (CONTEST_FLAG_D). */
  @Column({ name: 'contested_until', type: 'datetime', precision: 3, nullable: true })
  contestedUntil!: Date | null;

  /** Until then nobody recovers it or changes an identifier (RECOVERY_HOLD_H). */
  @Column({ name: 'recovery_held_until', type: 'datetime', precision: 3, nullable: true })
  recoveryHeldUntil!: Date | null;
}
