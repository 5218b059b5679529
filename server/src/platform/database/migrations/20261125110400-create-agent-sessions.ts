import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAgentSessions1795604640000 implements MigrationInterface {
  name = 'CreateAgentSessions1795604640000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'agent_sessions',
        columns: [
          id(),
          id('agent_id'),
          text('token_hash', 80),
          text('former_token_hash', 80, { isNullable: true }),
          at('former_until', { isNullable: true }),
          int('agent_version'),
          text('role', 10),
          id('office_id'),
          at('created_at'),
          at('last_seen_at'),
          at('expires_at'),
          at('proven_at'),
          at('ended_at', { isNullable: true }),
          text('end_reason', 20, { isNullable: true }),
          text('device', 100, { isNullable: true }),
          text('source', 45),
        ],
        indices: [
          new TableIndex({ name: 'uq_agent_sessions_token', columnNames: ['token_hash'], isUnique: true }),
          new TableIndex({ name: 'ix_agent_sessions_former', columnNames: ['former_token_hash'] }),
          new TableIndex({ name: 'ix_agent_sessions_agent', columnNames: ['agent_id', 'ended_at'] }),
          new TableIndex({ name: 'ix_agent_sessions_expires', columnNames: ['expires_at'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_agent_sessions_agent',
            columnNames: ['agent_id'],
            referencedTableName: 'agents',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
            onUpdate: 'NO ACTION',
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('agent_sessions');
  }
}
