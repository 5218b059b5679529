import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { EvidenceFile } from './evidence-file.entity.js';

/** The document itself was sent to this agent. Nobody has seen what never reached them: `EvidenceView` needs it. */
@Entity('evidence_openings')
export class EvidenceOpening {
  @PrimaryColumn({ name: 'evidence_id', type: 'varchar', length: 36 })
  @ForeignKey(() => EvidenceFile, {
    name: 'fk_evidence_openings_file',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  evidenceId!: string;

  @PrimaryColumn({ name: 'agent_id', type: 'varchar', length: 36 })
  agentId!: string;

  /** The first time. */
  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
