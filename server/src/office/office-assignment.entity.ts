import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Agent } from './agent.entity.js';
import type { AgentRole } from './agent-role.js';
import { Office } from './office.entity.js';

/** Who may act for which office, in which role, from when to when. */
@Entity('office_assignments')
@Index('uq_office_assignments_current', ['currentFor'], { unique: true })
@Index('ix_office_assignments_agent', ['agentId', 'validFrom'])
@Index('ix_office_assignments_office', ['officeId', 'currentFor'])
export class OfficeAssignment {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'agent_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Agent, {
    name: 'fk_office_assignments_agent',
    onDelete: 'NO ACTION',
    onUpdate: 'NO ACTION',
  })
  agentId!: string;

  @Column({ name: 'office_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Office, {
    name: 'fk_office_assignments_office',
    onDelete: 'NO ACTION',
    onUpdate: 'NO ACTION',
  })
  officeId!: string;

  @Column({ type: 'varchar', length: 10 })
  role!: AgentRole;

  /** Equal to `agentId` while it holds, null afterwards: nobody has two at once. */
  @Column({ name: 'current_for', type: 'varchar', length: 36, nullable: true })
  currentFor!: string | null;

  @Column({ name: 'valid_from', type: 'datetime', precision: 3 })
  validFrom!: Date;

  @Column({ name: 'valid_to', type: 'datetime', precision: 3, nullable: true })
  validTo!: Date | null;
}
