import { Column } from 'typeorm';

import { ReplacementFacts } from './replacement-facts.js';

/** MATCH, or why not; UNAVAILABLE never counts as MATCH (R93). */
export type RegistryAnswer = 'MATCH' | 'MISMATCH' | 'NOT_FOUND' | 'UNAVAILABLE';

/** Columns of a request: what others said about it, and who looks at it second. */
export abstract class ReplacementChecks extends ReplacementFacts {
  /** What the population registry said to NIK and name of the statement; null while nobody asked. */
  @Column({ name: 'registry_answer', type: 'varchar', length: 12, nullable: true })
  registryAnswer!: RegistryAnswer | null;

  /** Names of the fields it does not agree with, comma separated; never a value. */
  @Column({ name: 'registry_fields', type: 'varchar', length: 255, default: '' })
  registryFields!: string;

  @Column({ name: 'registry_at', type: 'datetime', precision: 3, nullable: true })
  registryAt!: Date | null;

  /** When to ask (again); null once there is an answer. */
  @Column({ name: 'registry_due_at', type: 'datetime', precision: 3, nullable: true })
  registryDueAt!: Date | null;

  /** The office whose people may decide second: the own one, or the nearest above it that has somebody. */
  @Column({ name: 'second_office_id', type: 'varchar', length: 36, nullable: true })
  secondOfficeId!: string | null;
}
