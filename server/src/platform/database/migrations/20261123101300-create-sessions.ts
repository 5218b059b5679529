import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateSessions1795428780000 implements MigrationInterface {
  name = 'CreateSessions1795428780000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'sessions',
        columns: [
          id(),
          id('account_id'),
          text('token_hash', 80),
          text('next_token_hash', 80, { isNullable: true }),
          int('credential_version'),
          at('created_at'),
          at('last_seen_at'),
          at('expires_at'),
          at('ended_at', { isNullable: true }),
          text('end_reason', 20, { isNullable: true }),
          text('device', 100, { isNullable: true }),
          text('source', 45),
        ],
        indices: [
          new TableIndex({ name: 'uq_sessions_token', columnNames: ['token_hash'], isUnique: true }),
          new TableIndex({
            name: 'uq_sessions_next_token',
            columnNames: ['next_token_hash'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_sessions_account', columnNames: ['account_id', 'ended_at'] }),
          new TableIndex({ name: 'ix_sessions_expires', columnNames: ['expires_at'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_sessions_account',
            columnNames: ['account_id'],
            referencedTableName: 'accounts',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
            onUpdate: 'NO ACTION',
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions');
  }
}
