import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Account } from './account.entity.js';

export type IdentifierKind = 'USERNAME' | 'EMAIL' | 'PHONE';

/**
 * Username, email and phone in one namespace. A contact is taken only once proven: until then `identifierKey` is null
 * and the row reserves nothing. A replaced contact keeps its key until `reservedUntil`, so that it can be restored.
 */
@Entity('identifiers')
@Index('uq_identifiers_key', ['identifierKey'], { unique: true })
@Index('ix_identifiers_contact', ['contactKey'])
@Index('ix_identifiers_account', ['accountId'])
@Index('ix_identifiers_reserved', ['reservedUntil'])
export class Identifier {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'account_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Account, { name: 'fk_identifiers_account', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  accountId!: string;

  @Column({ type: 'varchar', length: 8 })
  kind!: IdentifierKind;

  /** As its owner wrote it; messages go to this value and no other. */
  @Column({ type: 'varchar', length: 254 })
  value!: string;

  /** Canonical form, compared exactly (R02). */
  @Column({ name: 'contact_key', type: 'varchar', length: 254 })
  contactKey!: string;

  /** Equal to `contactKey` while this account owns it, else null. */
  @Column({ name: 'identifier_key', type: 'varchar', length: 254, nullable: true })
  identifierKey!: string | null;

  @Column({ name: 'verified_at', type: 'datetime', precision: 3, nullable: true })
  verifiedAt!: Date | null;

  /** Set when another contact took its place: no login, no messages, only the way back. */
  @Column({ name: 'replaced_at', type: 'datetime', precision: 3, nullable: true })
  replacedAt!: Date | null;

  @Column({ name: 'reserved_until', type: 'datetime', precision: 3, nullable: true })
  reservedUntil!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}
