import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateDeliveryAttempts1795428900000 implements MigrationInterface {
  name = 'CreateDeliveryAttempts1795428900000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'delivery_attempts',
        columns: [
          id(),
          id('message_id'),
          int('number'),
          text('outcome', 10),
          text('reason', 60, { isNullable: true }),
          at('at'),
        ],
        indices: [
          new TableIndex({ name: 'ix_delivery_attempts_message', columnNames: ['message_id', 'at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delivery_attempts');
  }
}
