import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import type { EvidenceKind } from './evidence-kind.js';
import { ReplacementRequest } from './replacement-request.entity.js';

/**
 * AWAITED → ARRIVING → STORED | HELD | REFUSED; HELD → STORED | REFUSED once the scanner answers; AWAITED | ARRIVING →
 * LOST when nothing came of it; STORED → SUPERSEDED by a newer one of its kind; any with an object → ERASED.
 */
export type EvidenceStatus =
  | 'AWAITED'
  | 'ARRIVING'
  | 'HELD'
  | 'STORED'
  | 'REFUSED'
  | 'LOST'
  | 'SUPERSEDED'
  | 'ERASED';

/** One uploaded document. The object itself is encrypted under a generated name; the hash outlives it. */
@Entity('evidence_files')
@Index('ix_evidence_request', ['requestId', 'status'])
@Index('uq_evidence_upload', ['uploadHash'], { unique: true })
@Index('ix_evidence_status', ['status', 'statusAt'])
export class EvidenceFile {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'request_id', type: 'varchar', length: 36 })
  @ForeignKey(() => ReplacementRequest, {
    name: 'fk_evidence_request',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  requestId!: string;

  @Column({ type: 'varchar', length: 20 })
  kind!: EvidenceKind;

  @Column({ type: 'varchar', length: 10 })
  status!: EvidenceStatus;

  @Column({ name: 'status_at', type: 'datetime', precision: 3 })
  statusAt!: Date;

  /** Why it is held or was refused: a code, never the scanner's text. */
  @Column({ name: 'status_reason', type: 'varchar', length: 40, nullable: true })
  statusReason!: string | null;

  /** Hash of the token in the one-time upload address. */
  @Column({ name: 'upload_hash', type: 'varchar', length: 80 })
  uploadHash!: string;

  @Column({ name: 'upload_expires_at', type: 'datetime', precision: 3 })
  uploadExpiresAt!: Date;

  /** As declared; the content has to agree. */
  @Column({ name: 'content_type', type: 'varchar', length: 40 })
  contentType!: string;

  /** Bytes: as declared at first, as stored afterwards. */
  @Column({ type: 'int' })
  size!: number;

  /** Hex of what is stored, before encryption; also in the trail. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  sha256!: string | null;

  /** Of a PDF. */
  @Column({ type: 'int', nullable: true })
  pages!: number | null;

  @Column({ name: 'stored_at', type: 'datetime', precision: 3, nullable: true })
  storedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;
}
