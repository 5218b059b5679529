import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { EvidenceFile } from './evidence-file.entity.js';

/** An agent opened a document: a decision needs it of every document in use. A document never changes, a newer one is another. */
@Entity('evidence_views')
@Index('uq_evidence_views', ['evidenceId', 'agentId'], { unique: true })
export class EvidenceView {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'evidence_id', type: 'varchar', length: 36 })
  @ForeignKey(() => EvidenceFile, {
    name: 'fk_evidence_views_file',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  evidenceId!: string;

  @Column({ name: 'agent_id', type: 'varchar', length: 36 })
  agentId!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
