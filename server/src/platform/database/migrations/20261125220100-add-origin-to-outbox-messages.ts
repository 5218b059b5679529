import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

import { columnsFor } from '../columns.js';

const TABLE = 'outbox_messages';

export class AddOriginToOutboxMessages1795644060000 implements MigrationInterface {
  name = 'AddOriginToOutboxMessages1795644060000';

  async up(runner: QueryRunner): Promise<void> {
    const { text } = columnsFor(runner);
    await runner.addColumn(TABLE, new TableColumn(text('request_id', 36, { isNullable: true })));
    await runner.addColumn(TABLE, new TableColumn(text('traceparent', 55, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(TABLE, 'traceparent');
    await runner.dropColumn(TABLE, 'request_id');
  }
}
