import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateRegions1795428060000 implements MigrationInterface {
  name = 'CreateRegions1795428060000';

  async up(runner: QueryRunner): Promise<void> {
    const { text, int } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'regions',
        columns: [
          text('code', 13, { isPrimary: true }),
          text('parent_code', 13, { isNullable: true }),
          int('level'),
          text('name', 100),
          text('list_version', 40),
        ],
        indices: [new TableIndex({ name: 'ix_regions_parent', columnNames: ['parent_code'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('regions');
  }
}
