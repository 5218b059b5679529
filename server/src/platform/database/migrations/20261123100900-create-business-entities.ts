import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateBusinessEntities1795428540000 implements MigrationInterface {
  name = 'CreateBusinessEntities1795428540000';

  async up(runner: QueryRunner): Promise<void> {
    const { id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'business_entities',
        columns: [
          id('account_id', { isPrimary: true }),
          text('kind', 24),
          text('name', 150),
          text('npwp_sealed', 255, { isNullable: true }),
          text('registration_number', 100, { isNullable: true }),
          text('country', 3, { isNullable: true }),
          text('entity_key', 80, { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'uq_business_entities_key', columnNames: ['entity_key'], isUnique: true }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_business_entities_account',
            columnNames: ['account_id'],
            referencedTableName: 'accounts',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
            onUpdate: 'NO ACTION',
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('business_entities');
  }
}
