import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { AccountStatus } from './account-status.js';
import type { ActorKind, BusinessScale, Sex } from './business-actor.js';

/** One business actor. National identifiers are sealed (`personal-data.ts`); contacts and username stand in `identifiers`. */
@Entity('accounts')
@Index('ix_accounts_status_created', ['status', 'createdAt'])
@Index('uq_accounts_nib', ['nib'], { unique: true })
export class Account {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 20 })
  status!: AccountStatus;

  /** Raised by every change of password, identifier or state; a login or rehash leaves it. */
  @Column({ type: 'int', default: 1 })
  version!: number;

  /** Raised by every change of password or identifier: sessions and secrets of an older one are dead. */
  @Column({ name: 'credential_version', type: 'int', default: 1 })
  credentialVersion!: number;

  /** argon2id in PHC form. */
  @Column({ name: 'password_hash', type: 'varchar', length: 255 })
  passwordHash!: string;

  @Column({ type: 'varchar', length: 10 })
  scale!: BusinessScale;

  @Column({ type: 'varchar', length: 24 })
  actor!: ActorKind;

  @Column({ name: 'full_name', type: 'varchar', length: 100 })
  fullName!: string;

  @Column({ type: 'varchar', length: 100, nullable: true })
  position!: string | null;

  @Column({ type: 'varchar', length: 6, nullable: true })
  sex!: Sex | null;

  @Column({ name: 'birth_date_sealed', type: 'varchar', length: 255, nullable: true })
  birthDateSealed!: string | null;

  @Column({ name: 'nik_sealed', type: 'varchar', length: 255, nullable: true })
  nikSealed!: string | null;

  @Column({ name: 'passport_sealed', type: 'varchar', length: 255, nullable: true })
  passportSealed!: string | null;

  @Column({ name: 'npwp_sealed', type: 'varchar', length: 255, nullable: true })
  npwpSealed!: string | null;

  @Column({ type: 'varchar', length: 13, nullable: true })
  nib!: string | null;

  @Column({ type: 'varchar', length: 200 })
  street!: string;

  @Column({ name: 'region_code', type: 'varchar', length: 13 })
  regionCode!: string;

  /** As the list named it then: codes and names change, an address written down does not. */
  @Column({ name: 'region_name', type: 'varchar', length: 255 })
  regionName!: string;

  @Column({ name: 'region_list_version', type: 'varchar', length: 40 })
  regionListVersion!: string;

  @Column({ name: 'postal_code', type: 'varchar', length: 12, nullable: true })
  postalCode!: string | null;

  @Column({ type: 'varchar', length: 2 })
  locale!: 'id' | 'en';

  /** Codes of soft warnings, comma separated, for the person once and for agents later. */
  @Column({ type: 'varchar', length: 255, default: '' })
  warnings!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'activated_at', type: 'datetime', precision: 3, nullable: true })
  activatedAt!: Date | null;
}
