import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who works at the desk: never a shared login. Role and office stand in `office_assignments`. */
@Entity('agents')
@Index('uq_agents_username', ['usernameKey'], { unique: true })
@Index('uq_agents_email', ['emailKey'], { unique: true })
@Index('uq_agents_nik', ['nikIndex'], { unique: true })
export class Agent {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 40 })
  username!: string;

  @Column({ name: 'username_key', type: 'varchar', length: 40 })
  usernameKey!: string;

  @Column({ name: 'full_name', type: 'varchar', length: 100 })
  fullName!: string;

  /** The work email; invitations and word about the second factor go there. */
  @Column({ type: 'varchar', length: 254 })
  email!: string;

  @Column({ name: 'email_key', type: 'varchar', length: 254 })
  emailKey!: string;

  /** Blind index, so that nobody decides on an account of their own; null where it is not known. */
  @Column({ name: 'nik_index', type: 'varchar', length: 80, nullable: true })
  nikIndex!: string | null;

  /** Sealed to this row, so that the index can be made again under another key; null in rows of an older version. */
  @Column({ name: 'nik_sealed', type: 'varchar', length: 255, nullable: true })
  nikSealed!: string | null;

  @Column({ type: 'boolean', default: true })
  active!: boolean;

  /** Raised by whatever ends this agent's sessions: role, office, password, second factor, dismissal. */
  @Column({ type: 'int', default: 1 })
  version!: number;

  /** argon2id in PHC form; null until the invitation is accepted. */
  @Column({ name: 'password_hash', type: 'varchar', length: 255, nullable: true })
  passwordHash!: string | null;

  /** Sealed to this row; null until the second factor is enrolled. */
  @Column({ name: 'totp_sealed', type: 'varchar', length: 255, nullable: true })
  totpSealed!: string | null;

  /** The newest time step that was used: each opens once (RFC 6238 5.2). */
  @Column({ name: 'totp_step', type: 'int', default: 0 })
  totpStep!: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'datetime', precision: 3, nullable: true })
  lastSeenAt!: Date | null;
}
