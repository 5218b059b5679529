import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the nightly check last found: one row an invariant, so that every process shows the same figures. */
@Entity('invariant_checks')
export class InvariantCheck {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  name!: string;

  /** Rows against it. */
  @Column({ type: 'int' })
  found!: number;

  @Column({ name: 'checked_at', type: 'datetime', precision: 3 })
  checkedAt!: Date;
}
