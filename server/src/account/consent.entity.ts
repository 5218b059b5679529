import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Account } from './account.entity.js';

/** Which text somebody accepted, in which language, when and from where. */
@Entity('consents')
@Index('ix_consents_account', ['accountId'])
export class Consent {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Account, { name: 'fk_consents_account', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  accountId!: string;

  @Column({ name: 'text_version', type: 'varchar', length: 20 })
  textVersion!: string;

  @Column({ type: 'varchar', length: 2 })
  language!: string;

  @Column({ type: 'varchar', length: 45 })
  source!: string;

  @Column({ name: 'accepted_at', type: 'datetime', precision: 3 })
  acceptedAt!: Date;
}
