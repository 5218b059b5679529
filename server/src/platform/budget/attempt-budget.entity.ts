import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one subject used of one window. The key is a keyed digest: a dump shows neither address nor identifier. */
@Entity('attempt_budgets')
@Index('ix_attempt_budgets_ends', ['endsAt'])
export class AttemptBudget {
  @PrimaryColumn({ name: 'budget_key', type: 'varchar', length: 120 })
  key!: string;

  @Column({ type: 'int' })
  used!: number;

  /** The window began with its first attempt and ends here. */
  @Column({ name: 'ends_at', type: 'datetime', precision: 3 })
  endsAt!: Date;
}
