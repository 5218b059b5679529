import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Failed passwords of one account, one source, or both together. Keys are digests. */
@Entity('login_throttles')
@Index('ix_login_throttles_touched', ['touchedAt'])
export class LoginThrottle {
  @PrimaryColumn({ name: 'throttle_key', type: 'varchar', length: 120 })
  key!: string;

  /** Since the last right password. */
  @Column({ name: 'in_a_row', type: 'int', default: 0 })
  inARow!: number;

  @Column({ name: 'in_window', type: 'int', default: 0 })
  inWindow!: number;

  @Column({ name: 'window_ends_at', type: 'datetime', precision: 3 })
  windowEndsAt!: Date;

  /** No password is looked at before this moment. */
  @Column({ name: 'closed_until', type: 'datetime', precision: 3 })
  closedUntil!: Date;

  @Column({ name: 'touched_at', type: 'datetime', precision: 3 })
  touchedAt!: Date;
}
