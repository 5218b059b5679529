import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

/** The region of the account a message belongs to, so that an office's page of messages follows an index. */
export class PlaceOutboxMessages1795615260000 implements MigrationInterface {
  name = 'PlaceOutboxMessages1795615260000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, text } = columnsFor(runner);
    await runner.addColumns('outbox_messages', [
      new TableColumn(text('province_code', 2, { isNullable: true })),
      new TableColumn(text('regency_code', 5, { isNullable: true })),
      // Nullable: an older version that still runs writes rows without it.
      new TableColumn(at('updated_at', { isNullable: true })),
    ]);
    await runner.query('UPDATE outbox_messages SET updated_at = COALESCE(accepted_at, created_at)');
    await runner.query(`UPDATE outbox_messages SET
      regency_code = (SELECT SUBSTR(region_code, 1, 5) FROM accounts WHERE id = account_id AND region_code LIKE '__.__%'),
      province_code = (SELECT SUBSTR(region_code, 1, 2) FROM accounts WHERE id = account_id AND region_code LIKE '__.__%')
      WHERE account_id IS NOT NULL`);
    await runner.createIndices('outbox_messages', [
      new TableIndex({ name: 'ix_outbox_regency', columnNames: ['regency_code', 'id'] }),
      new TableIndex({ name: 'ix_outbox_province', columnNames: ['province_code', 'id'] }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox_messages', 'ix_outbox_regency');
    await runner.dropIndex('outbox_messages', 'ix_outbox_province');
    await runner.dropColumns('outbox_messages', ['province_code', 'regency_code', 'updated_at']);
  }
}
