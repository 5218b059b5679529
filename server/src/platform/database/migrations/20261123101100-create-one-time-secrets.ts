import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateOneTimeSecrets1795428660000 implements MigrationInterface {
  name = 'CreateOneTimeSecrets1795428660000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'one_time_secrets',
        columns: [
          id(),
          text('purpose', 24),
          text('form', 4),
          id('subject_id'),
          id('flow_id', { isNullable: true }),
          text('channel', 8),
          text('destination', 254),
          text('destination_key', 254),
          int('credential_version'),
          text('hash', 80),
          text('status', 10),
          id('spent_by', { isNullable: true }),
          int('tries', 0),
          at('created_at'),
          at('expires_at'),
        ],
        indices: [
          new TableIndex({ name: 'uq_one_time_secrets_hash', columnNames: ['hash'], isUnique: true }),
          new TableIndex({
            name: 'ix_one_time_secrets_subject',
            columnNames: ['subject_id', 'purpose', 'status'],
          }),
          new TableIndex({
            name: 'ix_one_time_secrets_destination',
            columnNames: ['destination_key', 'purpose', 'status'],
          }),
          new TableIndex({ name: 'ix_one_time_secrets_expires', columnNames: ['expires_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('one_time_secrets');
  }
}
