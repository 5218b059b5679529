import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

const TABLE = 'outbox_messages';

export class AddCauseToOutboxMessages1795618920000 implements MigrationInterface {
  name = 'AddCauseToOutboxMessages1795618920000';

  async up(runner: QueryRunner): Promise<void> {
    const { id } = columnsFor(runner);
    await runner.addColumn(TABLE, new TableColumn(id('cause_id', { isNullable: true })));
    await runner.createIndex(TABLE, new TableIndex({ name: 'ix_outbox_cause', columnNames: ['cause_id'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'ix_outbox_cause');
    await runner.dropColumn(TABLE, 'cause_id');
  }
}
