import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateConsents1795429020000 implements MigrationInterface {
  name = 'CreateConsents1795429020000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'consents',
        columns: [
          id(),
          id('account_id'),
          text('text_version', 20),
          text('language', 2),
          text('source', 45),
          at('accepted_at'),
        ],
        indices: [new TableIndex({ name: 'ix_consents_account', columnNames: ['account_id'] })],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_consents_account',
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
    await runner.dropTable('consents');
  }
}
