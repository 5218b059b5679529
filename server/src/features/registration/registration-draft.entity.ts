import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Channel } from '../../account/contact.js';
import type { RegistrationStep } from './registration-step.js';

/** A half-finished registration. It reserves nothing: neither the contact nor the NIK. */
@Entity('registration_drafts')
@Index('uq_registration_drafts_key', ['keyHash'], { unique: true })
@Index('ix_registration_drafts_contact', ['contactKey'])
@Index('ix_registration_drafts_expires', ['expiresAt'])
@Index('ix_registration_drafts_retry', ['registryRetryAt'])
export class RegistrationDraft {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  /** Hash of the registration token; a new one when the contact is proven. */
  @Column({ name: 'key_hash', type: 'varchar', length: 80 })
  keyHash!: string;

  @Column({ type: 'varchar', length: 20 })
  step!: RegistrationStep;

  @Column({ type: 'varchar', length: 8 })
  channel!: Channel;

  @Column({ type: 'varchar', length: 254 })
  contact!: string;

  @Column({ name: 'contact_key', type: 'varchar', length: 254 })
  contactKey!: string;

  /** Sealed scale, actor, identity and entity as they were read. */
  @Column({ name: 'start_sealed', type: 'text' })
  startSealed!: string;

  /** Sealed profile, only while the registries are asked again later. */
  @Column({ name: 'completion_sealed', type: 'text', nullable: true })
  completionSealed!: string | null;

  @Column({ name: 'password_hash', type: 'varchar', length: 255, nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'registry_retry_at', type: 'datetime', precision: 3, nullable: true })
  registryRetryAt!: Date | null;

  @Column({ name: 'registry_tries', type: 'int', default: 0 })
  registryTries!: number;

  @Column({ name: 'account_id', type: 'varchar', length: 36, nullable: true })
  accountId!: string | null;

  @Column({ type: 'varchar', length: 2 })
  locale!: 'id' | 'en';

  @Column({ type: 'varchar', length: 45 })
  source!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
