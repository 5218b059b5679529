import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { ReplacementRequest } from './replacement-request.entity.js';
import type { Verdict } from './verdict.js';

/** What an agent typed about a case and has not sent: one for each of both. */
@Entity('replacement_drafts')
export class ReplacementDraft {
  @PrimaryColumn({ name: 'request_id', type: 'varchar', length: 36 })
  @ForeignKey(() => ReplacementRequest, {
    name: 'fk_replacement_drafts_request',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  requestId!: string;

  @PrimaryColumn({ name: 'agent_id', type: 'varchar', length: 36 })
  agentId!: string;

  @Column({ type: 'varchar', length: 2000, nullable: true })
  note!: string | null;

  @Column({ name: 'message_to_applicant', type: 'varchar', length: 1000, nullable: true })
  messageToApplicant!: string | null;

  @Column({ name: 'reason_code', type: 'varchar', length: 40, nullable: true })
  reasonCode!: string | null;

  /** The outcome whose panel stood open; null: none did. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  verdict!: Verdict | null;

  /** Codes ticked, comma separated. */
  @Column({ type: 'varchar', length: 255, default: '' })
  checklist!: string;

  @Column({ name: 'saved_at', type: 'datetime', precision: 3 })
  savedAt!: Date;
}
