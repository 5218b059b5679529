import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAgentChallenges1795604700000 implements MigrationInterface {
  name = 'CreateAgentChallenges1795604700000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'agent_challenges',
        columns: [
          id(),
          id('agent_id'),
          text('kind', 10),
          text('hash', 80),
          int('agent_version'),
          text('seed_sealed', 255, { isNullable: true }),
          at('created_at'),
          at('expires_at'),
          at('spent_at', { isNullable: true }),
          id('spent_by', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'uq_agent_challenges_hash', columnNames: ['hash'], isUnique: true }),
          new TableIndex({ name: 'ix_agent_challenges_agent', columnNames: ['agent_id', 'spent_at'] }),
          new TableIndex({ name: 'ix_agent_challenges_expires', columnNames: ['expires_at'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_agent_challenges_agent',
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
    await runner.dropTable('agent_challenges');
  }
}
