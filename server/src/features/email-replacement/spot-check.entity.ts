import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { ReplacementRequest } from './replacement-request.entity.js';
import type { Verdict } from './verdict.js';

/** Whether the second reader said the same. MOOT: there is nothing left to look at. */
export type SpotOutcome = 'AGREES' | 'DISAGREES' | 'MOOT';

/**
 * Every LOW decision that ended a case has a row, drawn for a second look or not, so that nobody can leave one out
 * unseen: `draw` is recomputed from the case and the key (`spot-draw.ts`), and drawn is what lies under `drawBelow`.
 */
@Entity('spot_checks')
@Index('uq_spot_checks_decision', ['decisionId'], { unique: true })
@Index('ix_spot_checks_request', ['requestId'])
@Index('ix_spot_checks_waiting', ['waitingSince', 'id'])
@Index('ix_spot_checks_outcome', ['outcome', 'id'])
@Index('ix_spot_checks_office', ['officeId', 'drawnAt'])
@Index('ix_spot_checks_taken', ['takenBy'])
export class SpotCheck {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'request_id', type: 'varchar', length: 36 })
  @ForeignKey(() => ReplacementRequest, {
    name: 'fk_spot_checks_request',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  requestId!: string;

  @Column({ name: 'decision_id', type: 'varchar', length: 36 })
  decisionId!: string;

  @Column({ name: 'office_id', type: 'varchar', length: 36 })
  officeId!: string;

  /** 0 to 9999. */
  @Column({ type: 'int' })
  draw!: number;

  /** What CASE_SAMPLE_PCT made of it then, in hundredths of a percent. */
  @Column({ name: 'draw_below', type: 'int' })
  drawBelow!: number;

  /** Number of the key in INDEX_KEYS. */
  @Column({ name: 'draw_key', type: 'int' })
  drawKey!: number;

  @Column({ name: 'drawn_at', type: 'datetime', precision: 3 })
  drawnAt!: Date;

  /** Null: not drawn, or nothing is left to do. */
  @Column({ name: 'waiting_since', type: 'datetime', precision: 3, nullable: true })
  waitingSince!: Date | null;

  /** What the first person compared, as masks and verdicts: the account looks otherwise once the decision took effect. */
  @Column({ type: 'text', nullable: true })
  comparison!: string | null;

  @Column({ name: 'taken_by', type: 'varchar', length: 36, nullable: true })
  takenBy!: string | null;

  /** A lease, like a claim: when it is over, the check is anybody's again. */
  @Column({ name: 'taken_until', type: 'datetime', precision: 3, nullable: true })
  takenUntil!: Date | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  outcome!: SpotOutcome | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  verdict!: Verdict | null;

  @Column({ name: 'reason_code', type: 'varchar', length: 40, nullable: true })
  reasonCode!: string | null;

  @Column({ type: 'varchar', length: 2000, nullable: true })
  note!: string | null;

  /** Codes ticked, comma separated. */
  @Column({ type: 'varchar', length: 255, default: '' })
  checklist!: string;

  @Column({ name: 'checked_by', type: 'varchar', length: 36, nullable: true })
  checkedBy!: string | null;

  @Column({ name: 'checked_at', type: 'datetime', precision: 3, nullable: true })
  checkedAt!: Date | null;

  /** The supervisor who saw to a disagreement. */
  @Column({ name: 'settled_by', type: 'varchar', length: 36, nullable: true })
  settledBy!: string | null;

  @Column({ name: 'settled_at', type: 'datetime', precision: 3, nullable: true })
  settledAt!: Date | null;

  @Column({ name: 'settled_note', type: 'varchar', length: 2000, nullable: true })
  settledNote!: string | null;
}
