import { type MigrationInterface, type QueryRunner, Table, TableForeignKey } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAccountCautions1795608420000 implements MigrationInterface {
  name = 'CreateAccountCautions1795608420000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'account_cautions',
        columns: [
          id('account_id', { isPrimary: true }),
          at('contested_until', { isNullable: true }),
          at('recovery_held_until', { isNullable: true }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_account_cautions_account',
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
    await runner.dropTable('account_cautions');
  }
}
