import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { ActorKind, AuditEventName, AuditResult } from './audit-events.js';

/** What happened, by whom, to whom. Inserted, never changed or deleted: the database itself refuses both (R86). */
@Entity('audit_events')
@Index('ix_audit_at', ['at', 'id'])
@Index('ix_audit_subject', ['subjectId', 'at', 'id'])
@Index('ix_audit_actor', ['actorId', 'at', 'id'])
@Index('ix_audit_office', ['officeId', 'at', 'id'])
@Index('ix_audit_event', ['event', 'at', 'id'])
@Index('ix_audit_case', ['caseId', 'at', 'id'])
export class AuditEvent {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  @Column({ type: 'varchar', length: 40 })
  event!: AuditEventName;

  @Column({ type: 'varchar', length: 10 })
  result!: AuditResult;

  @Column({ name: 'reason_code', type: 'varchar', length: 60, nullable: true })
  reasonCode!: string | null;

  @Column({ name: 'actor_kind', type: 'varchar', length: 20 })
  actorKind!: ActorKind;

  @Column({ name: 'actor_id', type: 'varchar', length: 80, nullable: true })
  actorId!: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  role!: string | null;

  @Column({ name: 'office_id', type: 'varchar', length: 36, nullable: true })
  officeId!: string | null;

  @Column({ name: 'subject_kind', type: 'varchar', length: 40, nullable: true })
  subjectKind!: string | null;

  @Column({ name: 'subject_id', type: 'varchar', length: 80, nullable: true })
  subjectId!: string | null;

  @Column({ name: 'case_id', type: 'varchar', length: 36, nullable: true })
  caseId!: string | null;

  @Column({ name: 'session_id', type: 'varchar', length: 36, nullable: true })
  sessionId!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  source!: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  device!: string | null;

  @Column({ name: 'request_id', type: 'varchar', length: 64, nullable: true })
  requestId!: string | null;

  @Column({ name: 'idempotency_digest', type: 'varchar', length: 80, nullable: true })
  idempotencyDigest!: string | null;

  /** JSON, masked. Text and not a JSON column: MySQL would reorder it, and the MAC would no longer fit. */
  @Column({ name: 'before_json', type: 'text', nullable: true })
  beforeJson!: string | null;

  @Column({ name: 'after_json', type: 'text', nullable: true })
  afterJson!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** JSON list of the names of the data seen. */
  @Column({ type: 'text', nullable: true })
  fields!: string | null;

  @Column({ name: 'key_id', type: 'int' })
  keyId!: number;

  @Column({ type: 'varchar', length: 64 })
  mac!: string;
}
