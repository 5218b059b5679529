import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateOffices1795604460000 implements MigrationInterface {
  name = 'CreateOffices1795604460000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'offices',
        columns: [
          id(),
          text('level', 8),
          text('name', 150),
          text('region_code', 5, { isNullable: true }),
          text('seat', 7, { isNullable: true }),
          text('zone', 20),
          at('valid_from'),
          at('valid_to', { isNullable: true }),
          id('successor_id', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'uq_offices_seat', columnNames: ['seat'], isUnique: true }),
          new TableIndex({ name: 'ix_offices_region', columnNames: ['region_code'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_offices_successor',
            columnNames: ['successor_id'],
            referencedTableName: 'offices',
            referencedColumnNames: ['id'],
            onDelete: 'NO ACTION',
            onUpdate: 'NO ACTION',
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('offices');
  }
}
