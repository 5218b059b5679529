import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type OfficeLevelName = 'CENTRAL' | 'PROVINCE' | 'REGENCY';

/** A licensing office (DPMPTSP), or the OSS authority at the centre. Codes die and offices follow them, so rows end and never vanish. */
@Entity('offices')
@Index('uq_offices_seat', ['seat'], { unique: true })
@Index('ix_offices_region', ['regionCode'])
export class Office {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 8 })
  level!: OfficeLevelName;

  @Column({ type: 'varchar', length: 150 })
  name!: string;

  /** Province (`32`) or regency and city (`32.73`); null at the centre. */
  @Column({ name: 'region_code', type: 'varchar', length: 5, nullable: true })
  regionCode!: string | null;

  /** `CENTRAL` or the region code while the office is open, null afterwards: one open office a region. */
  @Column({ type: 'varchar', length: 7, nullable: true })
  seat!: string | null;

  /** IANA name; office hours and due times are read in it. */
  @Column({ type: 'varchar', length: 20 })
  zone!: string;

  @Column({ name: 'valid_from', type: 'datetime', precision: 3 })
  validFrom!: Date;

  @Column({ name: 'valid_to', type: 'datetime', precision: 3, nullable: true })
  validTo!: Date | null;

  @Column({ name: 'successor_id', type: 'varchar', length: 36, nullable: true })
  @ForeignKey(() => Office, { name: 'fk_offices_successor', onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  successorId!: string | null;
}
