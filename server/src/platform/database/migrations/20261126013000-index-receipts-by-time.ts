import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TABLE = 'delivery_receipts';

/** For their clearing: their ids are digests and say nothing of time. */
export class IndexReceiptsByTime1795656600000 implements MigrationInterface {
  name = 'IndexReceiptsByTime1795656600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      TABLE,
      new TableIndex({ name: 'ix_delivery_receipts_received', columnNames: ['received_at'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'ix_delivery_receipts_received');
  }
}
