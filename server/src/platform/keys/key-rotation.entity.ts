import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { KeySetting } from './keyed-columns.js';

/** When everything that can be was last written under the newest key of a setting. */
@Entity('key_rotations')
export class KeyRotation {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  setting!: KeySetting;

  @Column({ name: 'key_id', type: 'int' })
  keyId!: number;

  @Column({ name: 'finished_at', type: 'datetime', precision: 3 })
  finishedAt!: Date;
}
