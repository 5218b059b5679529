import { Column } from 'typeorm';

import { ReplacementChecks } from './replacement-checks.js';
import type { RiskTier } from './risk-tier.js';

/** Columns of a request that the desk works with: where it lies, how urgent it is, who holds it. */
export abstract class ReplacementWork extends ReplacementChecks {
  /** The office that decides; null until it is handed in. */
  @Column({ name: 'office_id', type: 'varchar', length: 36, nullable: true })
  officeId!: string | null;

  @Column({ type: 'varchar', length: 6 })
  tier!: RiskTier;

  /** `RISK_RANK` of the tier, for sorting. */
  @Column({ name: 'risk_rank', type: 'int' })
  riskRank!: number;

  /** Codes of `signals.ts`, comma separated. */
  @Column({ type: 'varchar', length: 255, default: '' })
  signals!: string;

  /** End of the service time, in working hours of the office; null while it waits for the applicant. */
  @Column({ name: 'due_at', type: 'datetime', precision: 3, nullable: true })
  dueAt!: Date | null;

  /** `dueAt`, earlier the riskier: the queue's own order. */
  @Column({ name: 'urgent_at', type: 'datetime', precision: 3, nullable: true })
  urgentAt!: Date | null;

  /** Working minutes that were left when it was returned to the applicant. */
  @Column({ name: 'work_minutes_left', type: 'int', nullable: true })
  workMinutesLeft!: number | null;

  /** Agent whose claim it is; good only until `claimUntil`. An expired claim counts as free without a job. */
  @Column({ name: 'claimed_by', type: 'varchar', length: 36, nullable: true })
  claimedBy!: string | null;

  @Column({ name: 'claim_until', type: 'datetime', precision: 3, nullable: true })
  claimUntil!: Date | null;

  /** When this claim began; extensions end at CLAIM_MAX_MIN after it. */
  @Column({ name: 'claimed_at', type: 'datetime', precision: 3, nullable: true })
  claimedAt!: Date | null;

  /** Raised by every new claim, so that a former holder's heartbeat or decision fits no longer. */
  @Column({ name: 'claim_generation', type: 'int', default: 0 })
  claimGeneration!: number;

  /** The first of two deciders while the second is awaited. */
  @Column({ name: 'first_decider_id', type: 'varchar', length: 36, nullable: true })
  firstDeciderId!: string | null;

  /** When a second decision that is not made becomes the supervisor's matter. */
  @Column({ name: 'escalates_at', type: 'datetime', precision: 3, nullable: true })
  escalatesAt!: Date | null;

  @Column({ name: 'escalated_at', type: 'datetime', precision: 3, nullable: true })
  escalatedAt!: Date | null;

  /** Supervisor of another office who saw the identity face to face: from then on a stop is an objection, not an end. */
  @Column({ name: 'checked_in_person_by', type: 'varchar', length: 36, nullable: true })
  checkedInPersonBy!: string | null;

  @Column({ name: 'checked_in_person_at', type: 'datetime', precision: 3, nullable: true })
  checkedInPersonAt!: Date | null;

  /** Stops after that check, shown to both deciders. */
  @Column({ type: 'int', default: 0 })
  objections!: number;
}
