import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Province (level 1), regency or city (2), district (3) or village (4) of the list that was loaded last. */
@Entity('regions')
@Index('ix_regions_parent', ['parentCode'])
export class Region {
  /** Dotted: `31.74.03.1001`. */
  @PrimaryColumn({ type: 'varchar', length: 13 })
  code!: string;

  @Column({ name: 'parent_code', type: 'varchar', length: 13, nullable: true })
  parentCode!: string | null;

  @Column({ type: 'int' })
  level!: number;

  @Column({ type: 'varchar', length: 100 })
  name!: string;

  /** The list this row was last seen in; provinces are written last, so theirs says that a list is whole. */
  @Column({ name: 'list_version', type: 'varchar', length: 40 })
  listVersion!: string;
}
