import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateUsedCaptchas1795428120000 implements MigrationInterface {
  name = 'CreateUsedCaptchas1795428120000';

  async up(runner: QueryRunner): Promise<void> {
    const { text, at } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'used_captchas',
        columns: [text('digest', 64, { isPrimary: true }), at('expires_at')],
        indices: [new TableIndex({ name: 'ix_used_captchas_expires_at', columnNames: ['expires_at'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('used_captchas');
  }
}
