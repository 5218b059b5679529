import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

import { columnsFor } from '../columns.js';

const TABLE = 'deferred_requests';

export class AddOriginToDeferredRequests1795644120000 implements MigrationInterface {
  name = 'AddOriginToDeferredRequests1795644120000';

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
