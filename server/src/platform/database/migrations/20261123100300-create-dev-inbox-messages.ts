import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateDevInboxMessages1795428180000 implements MigrationInterface {
  name = 'CreateDevInboxMessages1795428180000';

  async up(runner: QueryRunner): Promise<void> {
    const { id, text, long, at } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'dev_inbox_messages',
        columns: [
          id(),
          text('channel', 20),
          text('recipient', 254),
          text('kind', 60),
          text('subject', 200),
          long('text'),
          text('code', 20, { isNullable: true }),
          long('link', { isNullable: true }),
          at('at'),
        ],
        indices: [new TableIndex({ name: 'ix_dev_inbox_messages_at', columnNames: ['at', 'id'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('dev_inbox_messages');
  }
}
