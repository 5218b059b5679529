import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Agent } from '../../office/agent.entity.js';
import type { AgentRole } from '../../office/agent-role.js';
import { Office } from '../../office/office.entity.js';

/** How a proposal ended; null while it waits for the second admin. */
export type AgentChangeEnd = 'APPLIED' | 'REPLACED' | 'EXPIRED';

const noAction = { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' } as const;

/** A change of role, office or readmission that one admin proposed and another has to send as well (R54). */
@Entity('agent_changes')
@Index('uq_agent_changes_open', ['openFor'], { unique: true })
@Index('ix_agent_changes_agent', ['agentId', 'proposedAt'])
export class AgentChange {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'agent_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Agent, { name: 'fk_agent_changes_agent', ...noAction })
  agentId!: string;

  /** Equal to `agentId` while it waits: one proposal an agent. */
  @Column({ name: 'open_for', type: 'varchar', length: 36, nullable: true })
  openFor!: string | null;

  @Column({ type: 'varchar', length: 10 })
  role!: AgentRole;

  @Column({ name: 'office_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Office, { name: 'fk_agent_changes_office', ...noAction })
  officeId!: string;

  /** Whether a dismissed agent comes back with it. */
  @Column({ type: 'boolean', default: false })
  readmit!: boolean;

  @Column({ name: 'proposed_by', type: 'varchar', length: 36 })
  @ForeignKey(() => Agent, { name: 'fk_agent_changes_proposer', ...noAction })
  proposedBy!: string;

  @Column({ name: 'proposed_at', type: 'datetime', precision: 3 })
  proposedAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'varchar', length: 10, nullable: true })
  endReason!: AgentChangeEnd | null;

  /** The second admin, or whoever proposed something else instead. */
  @Column({ name: 'ended_by', type: 'varchar', length: 36, nullable: true })
  endedBy!: string | null;
}
