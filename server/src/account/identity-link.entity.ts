import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Account } from './account.entity.js';

export type IdentityRole = 'HOLDER' | 'RESPONSIBLE_PERSON';

/** Finds accounts by NIK or passport without storing either in readable form. One live individual account per NIK; any number as responsible person. */
@Entity('identity_links')
@Index('ix_identity_links_blind_index', ['blindIndex'])
@Index('uq_identity_links_holder', ['holderKey'], { unique: true })
@Index('ix_identity_links_account', ['accountId'])
export class IdentityLink {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Account, {
    name: 'fk_identity_links_account',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  accountId!: string;

  @Column({ type: 'varchar', length: 20 })
  role!: IdentityRole;

  @Column({ name: 'blind_index', type: 'varchar', length: 80 })
  blindIndex!: string;

  /** Equal to `blindIndex` for HOLDER, null otherwise: the unique key that decides who holds a NIK. */
  @Column({ name: 'holder_key', type: 'varchar', length: 80, nullable: true })
  holderKey!: string | null;
}
