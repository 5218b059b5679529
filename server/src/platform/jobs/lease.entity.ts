import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who runs a job now; a dead holder's lease runs out. The dispatcher's beat stands here too. */
@Entity('leases')
export class Lease {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  name!: string;

  @Column({ type: 'varchar', length: 36, nullable: true })
  holder!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  until!: Date;
}
