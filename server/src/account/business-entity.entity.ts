import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Account } from './account.entity.js';
import type { EntityKind } from './business-actor.js';

/** Company data of an account that is not an individual's. One live account per entity. */
@Entity('business_entities')
@Index('uq_business_entities_key', ['entityKey'], { unique: true })
export class BusinessEntity {
  @PrimaryColumn({ name: 'account_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Account, {
    name: 'fk_business_entities_account',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  accountId!: string;

  @Column({ type: 'varchar', length: 24 })
  kind!: EntityKind;

  @Column({ type: 'varchar', length: 150 })
  name!: string;

  @Column({ name: 'npwp_sealed', type: 'varchar', length: 255, nullable: true })
  npwpSealed!: string | null;

  @Column({ name: 'registration_number', type: 'varchar', length: 100, nullable: true })
  registrationNumber!: string | null;

  /** ISO 3166-1 alpha-3. */
  @Column({ type: 'varchar', length: 3, nullable: true })
  country!: string | null;

  /** Blind index of the NPWP, or of country and home registration number; null where neither is known. */
  @Column({ name: 'entity_key', type: 'varchar', length: 80, nullable: true })
  entityKey!: string | null;
}
