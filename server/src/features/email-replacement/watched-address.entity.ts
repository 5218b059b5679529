import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** New emails of cases that were rejected as fraud: a case that names one again is HIGH. */
@Entity('watched_addresses')
@Index('ix_watched_addresses_until', ['watchedUntil'])
export class WatchedAddress {
  /** Canonical email, as a keyed digest: a dump is no list of suspects. */
  @PrimaryColumn({ name: 'address_index', type: 'varchar', length: 80 })
  addressIndex!: string;

  /** The case that put it here first. */
  @Column({ name: 'request_id', type: 'varchar', length: 36 })
  requestId!: string;

  @Column({ name: 'watched_since', type: 'datetime', precision: 3 })
  watchedSince!: Date;

  @Column({ name: 'watched_until', type: 'datetime', precision: 3 })
  watchedUntil!: Date;
}
