import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateDeliveryReceipts1795428960000 implements MigrationInterface {
  name = 'CreateDeliveryReceipts1795428960000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'delivery_receipts',
        columns: [
          text('id', 80, { isPrimary: true }),
          text('provider_id', 190),
          text('status', 12),
          text('reason', 60, { isNullable: true }),
          at('at'),
          at('received_at'),
        ],
        indices: [
          new TableIndex({ name: 'ix_delivery_receipts_provider', columnNames: ['provider_id', 'at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delivery_receipts');
  }
}
