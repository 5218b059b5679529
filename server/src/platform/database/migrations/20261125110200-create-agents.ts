import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAgents1795604520000 implements MigrationInterface {
  name = 'CreateAgents1795604520000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, bool, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'agents',
        columns: [
          id(),
          text('username', 40),
          text('username_key', 40),
          text('full_name', 100),
          text('email', 254),
          text('email_key', 254),
          text('nik_index', 80, { isNullable: true }),
          bool('active', true),
          int('version', 1),
          text('password_hash', 255, { isNullable: true }),
          text('totp_sealed', 255, { isNullable: true }),
          int('totp_step', 0),
          at('created_at'),
          at('last_seen_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'uq_agents_username', columnNames: ['username_key'], isUnique: true }),
          new TableIndex({ name: 'uq_agents_email', columnNames: ['email_key'], isUnique: true }),
          new TableIndex({ name: 'uq_agents_nik', columnNames: ['nik_index'], isUnique: true }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('agents');
  }
}
