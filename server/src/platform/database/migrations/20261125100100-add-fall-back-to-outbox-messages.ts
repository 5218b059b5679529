import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

const TABLE = 'outbox_messages';

export class AddFallBackToOutboxMessages1795600860000 implements MigrationInterface {
  name = 'AddFallBackToOutboxMessages1795600860000';

  async up(runner: QueryRunner): Promise<void> {
    const { at } = columnsFor(runner);
    await runner.addColumn(TABLE, new TableColumn(at('fall_back_at', { isNullable: true })));
    const columnNames = ['fall_back_at'];
    await runner.createIndex(TABLE, new TableIndex({ name: 'ix_outbox_fall_back', columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'ix_outbox_fall_back');
    await runner.dropColumn(TABLE, 'fall_back_at');
  }
}
