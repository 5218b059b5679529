import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateLeases1795429080000 implements MigrationInterface {
  name = 'CreateLeases1795429080000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'leases',
        columns: [
          text('name', 40, { isPrimary: true }),
          text('holder', 36, { isNullable: true }),
          at('until'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('leases');
  }
}
