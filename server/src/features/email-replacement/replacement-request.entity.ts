import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { ReplacementStatus } from './replacement-status.js';
import { ReplacementWork } from './replacement-work.js';

/**
 * One case of "email no longer active". Its facts and the desk's columns stand in the two classes below it. Every order
 * of the queue has an index that ends in the id, so that a page costs the same at the end of 100,000 rows.
 */
@Entity('replacement_requests')
@Index('uq_replacement_ticket', ['ticket'], { unique: true })
@Index('uq_replacement_token', ['tokenHash'], { unique: true })
@Index('uq_replacement_open', ['openKey'], { unique: true })
@Index('ix_replacement_office_urgent', ['officeId', 'status', 'urgentAt', 'id'])
@Index('ix_replacement_office_due', ['officeId', 'status', 'dueAt', 'id'])
@Index('ix_replacement_office_submitted', ['officeId', 'status', 'submittedAt', 'id'])
@Index('ix_replacement_office_risk', ['officeId', 'status', 'riskRank', 'urgentAt', 'id'])
@Index('ix_replacement_status_urgent', ['status', 'urgentAt', 'id'])
@Index('ix_replacement_status_submitted', ['status', 'submittedAt', 'id'])
@Index('ix_replacement_status_due', ['status', 'dueAt', 'id'])
@Index('ix_replacement_status_risk', ['status', 'riskRank', 'urgentAt', 'id'])
@Index('ix_replacement_status_effective', ['status', 'effectiveAt'])
@Index('ix_replacement_claim', ['claimedBy', 'claimUntil'])
@Index('ix_replacement_second', ['secondOfficeId', 'status', 'urgentAt', 'id'])
@Index('ix_replacement_registry', ['registryDueAt'])
@Index('ix_replacement_expires', ['expiresAt'])
@Index('ix_replacement_ended', ['endedAt', 'id'])
@Index('ix_replacement_account', ['accountId', 'createdAt'])
@Index('ix_replacement_nik', ['nikIndex', 'createdAt'])
@Index('ix_replacement_new_email', ['newEmailKey', 'createdAt'])
@Index('ix_replacement_source', ['source', 'createdAt'])
export class ReplacementRequest extends ReplacementWork {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  /** For people to quote: `EML-2611-00421`. In no order, and worth nothing without the NIK. */
  @Column({ type: 'varchar', length: 20 })
  ticket!: string;

  /** Hash of the ticket token, which the applicant adds evidence and proofs with. */
  @Column({ name: 'token_hash', type: 'varchar', length: 80 })
  tokenHash!: string;

  @Column({ type: 'varchar', length: 24 })
  status!: ReplacementStatus;

  /** Raised by every move and every changed fact: whoever decides names the version they looked at. */
  @Column({ type: 'int', default: 1 })
  version!: number;

  /**
   * The account's id from hand-in to the end, null otherwise: of several cases about one account the first handed in
   * has it. The others lie in the queue too, with a signal, and cannot be approved while it is taken.
   */
  @Column({ name: 'open_key', type: 'varchar', length: 36, nullable: true })
  openKey!: string | null;

  /** What the desk wrote to the applicant, at the last return or the end. */
  @Column({ name: 'message_to_applicant', type: 'varchar', length: 1000, nullable: true })
  messageToApplicant!: string | null;

  /** While it waits for the applicant: when it ends by itself (CASE_DRAFT_D, CASE_RETURN_D). */
  @Column({ name: 'expires_at', type: 'datetime', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Column({ name: 'submitted_at', type: 'datetime', precision: 3, nullable: true })
  submittedAt!: Date | null;

  /** When the approval that began the waiting period was given. */
  @Column({ name: 'approved_at', type: 'datetime', precision: 3, nullable: true })
  approvedAt!: Date | null;

  /** Earliest moment of the change; put off while a notice to an old channel is still under way (R53). */
  @Column({ name: 'effective_at', type: 'datetime', precision: 3, nullable: true })
  effectiveAt!: Date | null;

  @Column({ name: 'applied_at', type: 'datetime', precision: 3, nullable: true })
  appliedAt!: Date | null;

  /** The email that was replaced; `replacement:formerEmail:<id>` is the context of the seal. */
  @Column({ name: 'former_email_sealed', type: 'varchar', length: 500, nullable: true })
  formerEmailSealed!: string | null;

  /** Applied, rejected, cancelled, expired or undone: the retention clocks of evidence and case begin. */
  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** Why it ended so: STOPPED, WITHDRAWN, NOT_ME, ACCOUNT_CLOSED, or the decision's reason. */
  @Column({ name: 'end_reason', type: 'varchar', length: 40, nullable: true })
  endReason!: string | null;

  @Column({ name: 'evidence_erased_at', type: 'datetime', precision: 3, nullable: true })
  evidenceErasedAt!: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'datetime', precision: 3 })
  updatedAt!: Date;
}
