import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Channel } from './contact.js';

export type SecretPurpose =
  | 'REGISTRATION'
  | 'ACTIVATION'
  | 'CONTACT_CHANGE'
  | 'CONTACT_CHANGE_UNDO'
  | 'REPLACEMENT_EMAIL'
  | 'REPLACEMENT_CHANNEL'
  | 'REPLACEMENT_RETURN'
  | 'REPLACEMENT_STOP'
  | 'REPLACEMENT_UNDO'
  | 'PASSWORD_RESET'
  | 'NOT_ME';

/** ISSUED → SPENT | EXHAUSTED | SUPERSEDED | VOID; expiry is a matter of time, not of state (security.md 5.3). */
export type SecretStatus = 'ISSUED' | 'SPENT' | 'EXHAUSTED' | 'SUPERSEDED' | 'VOID';

/** A code or a link, of which only a keyed hash is kept. */
@Entity('one_time_secrets')
@Index('uq_one_time_secrets_hash', ['hash'], { unique: true })
@Index('ix_one_time_secrets_subject', ['subjectId', 'purpose', 'status'])
@Index('ix_one_time_secrets_destination', ['destinationKey', 'purpose', 'status'])
@Index('ix_one_time_secrets_expires', ['expiresAt'])
export class OneTimeSecret {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 24 })
  purpose!: SecretPurpose;

  @Column({ type: 'varchar', length: 4 })
  form!: 'CODE' | 'LINK';

  /** The account, the registration draft or the replacement case that it opens. */
  @Column({ name: 'subject_id', type: 'varchar', length: 36 })
  subjectId!: string;

  /** The session it was asked from, where it may only be used there; or the row it can restore. */
  @Column({ name: 'flow_id', type: 'varchar', length: 36, nullable: true })
  flowId!: string | null;

  @Column({ type: 'varchar', length: 8 })
  channel!: Channel;

  /** Where it went, as written there; `destinationKey` is its canonical form. */
  @Column({ type: 'varchar', length: 254 })
  destination!: string;

  @Column({ name: 'destination_key', type: 'varchar', length: 254 })
  destinationKey!: string;

  @Column({ name: 'credential_version', type: 'int' })
  credentialVersion!: number;

  /** Links hash alone; codes hash with the row's id, since a million values repeat. */
  @Column({ type: 'varchar', length: 80 })
  hash!: string;

  @Column({ type: 'varchar', length: 10 })
  status!: SecretStatus;

  /** The command that spent it, so that a command whose COMMIT lost its answer can ask whether it was the winner itself. */
  @Column({ name: 'spent_by', type: 'varchar', length: 36, nullable: true })
  spentBy!: string | null;

  @Column({ type: 'int', default: 0 })
  tries!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
