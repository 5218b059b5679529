import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateOutboxMessages1795428840000 implements MigrationInterface {
  name = 'CreateOutboxMessages1795428840000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, long, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'outbox_messages',
        columns: [
          id(),
          text('kind', 40),
          text('channel', 8),
          text('recipient_digest', 80),
          text('recipient_mask', 254),
          id('account_id', { isNullable: true }),
          id('secret_id', { isNullable: true }),
          long('sealed', { isNullable: true }),
          text('status', 12),
          text('reason', 60, { isNullable: true }),
          int('attempts', 0),
          at('due_at', { isNullable: true }),
          at('expires_at'),
          text('claim', 36, { isNullable: true }),
          text('provider_id', 190, { isNullable: true }),
          at('created_at'),
          at('accepted_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_outbox_due', columnNames: ['due_at', 'id'] }),
          new TableIndex({ name: 'ix_outbox_claim', columnNames: ['claim'] }),
          new TableIndex({ name: 'ix_outbox_account', columnNames: ['account_id', 'created_at'] }),
          new TableIndex({ name: 'ix_outbox_secret', columnNames: ['secret_id'] }),
          new TableIndex({ name: 'ix_outbox_provider', columnNames: ['provider_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('outbox_messages');
  }
}
