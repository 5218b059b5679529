import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateDeferredRequests1795429140000 implements MigrationInterface {
  name = 'CreateDeferredRequests1795429140000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, long, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'deferred_requests',
        columns: [
          id(),
          text('kind', 40),
          long('sealed'),
          int('tries', 0),
          at('due_at', { isNullable: true }),
          at('created_at'),
        ],
        indices: [new TableIndex({ name: 'ix_deferred_requests_due', columnNames: ['due_at', 'id'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('deferred_requests');
  }
}
