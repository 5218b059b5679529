import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { Agent } from './agent.entity.js';

/** INVITATION: a link that lets somebody set a password. TOTP: password given, code due. ENROLMENT: the same with a new seed. */
export type ChallengeKind = 'INVITATION' | 'TOTP' | 'ENROLMENT';

/** A step of signing in that was taken and waits for the next one. Opens nothing but that step. */
@Entity('agent_challenges')
@Index('uq_agent_challenges_hash', ['hash'], { unique: true })
@Index('ix_agent_challenges_agent', ['agentId', 'spentAt'])
@Index('ix_agent_challenges_expires', ['expiresAt'])
export class AgentChallenge {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'agent_id', type: 'varchar', length: 36 })
  @ForeignKey(() => Agent, { name: 'fk_agent_challenges_agent', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  agentId!: string;

  @Column({ type: 'varchar', length: 10 })
  kind!: ChallengeKind;

  /** Keyed hash of the value its holder has. */
  @Column({ type: 'varchar', length: 80 })
  hash!: string;

  /** Dead as soon as the agent is another: new role, new password, reset. */
  @Column({ name: 'agent_version', type: 'int' })
  agentVersion!: number;

  /** The seed that an enrolment proposes, sealed to this row. */
  @Column({ name: 'seed_sealed', type: 'varchar', length: 255, nullable: true })
  seedSealed!: string | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'datetime', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'spent_at', type: 'datetime', precision: 3, nullable: true })
  spentAt!: Date | null;

  /** The command that spent it: one whose COMMIT lost its answer can ask whether it won. */
  @Column({ name: 'spent_by', type: 'varchar', length: 36, nullable: true })
  spentBy!: string | null;
}
