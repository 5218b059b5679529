import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ReplacementRequest } from './replacement-request.entity.js';
import type { RiskTier } from './risk-tier.js';
import type { Verdict } from './verdict.js';

/** What one agent decided about the case as it stood then. Never changed but to be taken back or voided. */
@Entity('replacement_decisions')
@Index('ix_replacement_decisions_request', ['requestId', 'at', 'id'])
@Index('ix_replacement_decisions_office', ['officeId', 'at'])
@Index('ix_replacement_decisions_agent', ['agentId', 'at', 'id'])
export class ReplacementDecision {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'request_id', type: 'varchar', length: 36 })
  @ForeignKey(() => ReplacementRequest, {
    name: 'fk_replacement_decisions_request',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  requestId!: string;

  @Column({ name: 'agent_id', type: 'varchar', length: 36 })
  agentId!: string;

  /** First and second are different people and different sessions (R54). */
  @Column({ name: 'session_id', type: 'varchar', length: 36 })
  sessionId!: string;

  @Column({ name: 'office_id', type: 'varchar', length: 36 })
  officeId!: string;

  @Column({ type: 'varchar', length: 16 })
  verdict!: Verdict;

  @Column({ name: 'reason_code', type: 'varchar', length: 40, nullable: true })
  reasonCode!: string | null;

  /** For colleagues. */
  @Column({ type: 'varchar', length: 2000, nullable: true })
  note!: string | null;

  @Column({ name: 'message_to_applicant', type: 'varchar', length: 1000, nullable: true })
  messageToApplicant!: string | null;

  /** Codes ticked, comma separated. */
  @Column({ type: 'varchar', length: 255, default: '' })
  checklist!: string;

  /** As computed inside the decision. */
  @Column({ type: 'varchar', length: 6 })
  tier!: RiskTier;

  /** What the agent was looking at. */
  @Column({ name: 'request_version', type: 'int' })
  requestVersion!: number;

  @Column({ name: 'account_version', type: 'int', nullable: true })
  accountVersion!: number | null;

  /** State and claim to go back to, should it be taken back. */
  @Column({ name: 'status_before', type: 'varchar', length: 24 })
  statusBefore!: string;

  @Column({ name: 'claim_until_before', type: 'datetime', precision: 3, nullable: true })
  claimUntilBefore!: Date | null;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;

  /** Until then its messages stay, and its agent may take it back. */
  @Column({ name: 'undo_until', type: 'datetime', precision: 3, nullable: true })
  undoUntil!: Date | null;

  @Column({ name: 'voided_at', type: 'datetime', precision: 3, nullable: true })
  voidedAt!: Date | null;

  /** TAKEN_BACK, NEW_MATERIAL, ACCOUNT_CHANGED, TRANSFERRED, RETURNED_BY_SECOND. */
  @Column({ name: 'void_reason', type: 'varchar', length: 40, nullable: true })
  voidReason!: string | null;

  /** What stood there before a rejection as fraud contested the account, should it be taken back. */
  @Column({ name: 'contested_until_before', type: 'datetime', precision: 3, nullable: true })
  contestedUntilBefore!: Date | null;
}
