import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Agent } from './agent.entity.js';
import type { AgentRole } from './agent-role.js';

/** Why a session is over, as the signed-out page says it. */
export type AgentSessionEnd = 'IDLE' | 'EXPIRED' | 'LOGOUT' | 'ENDED' | 'TOO_MANY' | 'CHANGED' | 'DISABLED';

/** A signed-in agent. The token is known to the browser's cookie only. */
@Entity('agent_sessions')
@Index('uq_agent_sessions_token', ['tokenHash'], { unique: true })
@Index('ix_agent_sessions_former', ['formerTokenHash'])
@Index('ix_agent_sessions_agent', ['agentId', 'endedAt'])
@Index('ix_agent_sessions_expires', ['expiresAt'])
export class AgentSession {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'agent_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Agent, { name: 'fk_agent_sessions_agent', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  agentId!: string;

  @Column({ name: 'token_hash', type: 'varchar', length: 80 })
  tokenHash!: string;

  /** The token before the last fresh proof: answers of requests that were under way then still find their session. */
  @Column({ name: 'former_token_hash', type: 'varchar', length: 80, nullable: true })
  formerTokenHash!: string | null;

  @Column({ name: 'former_until', type: 'datetime', precision: 3, nullable: true })
  formerUntil!: Date | null;

  /** As they were at sign-in; a session of another version, role or office is over. */
  @Column({ name: 'agent_version', type: 'int' })
  agentVersion!: number;

  @Column({ type: 'varchar', length: 10 })
  role!: AgentRole;

  @Column({ name: 'office_id', type: 'varchar', length: 36 })
  officeId!: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'last_seen_at', type: 'datetime', precision: 3 })
  lastSeenAt!: Date;

  /** The absolute limit. */
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  /** When a TOTP code was last shown. */
  @Column({ name: 'proven_at', type: 'datetime', precision: 3 })
  provenAt!: Date;

  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'varchar', length: 20, nullable: true })
  endReason!: AgentSessionEnd | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  device!: string | null;

  @Column({ type: 'varchar', length: 45 })
  source!: string;
}
