import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAccountBlocks1795611900000 implements MigrationInterface {
  name = 'CreateAccountBlocks1795611900000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'account_blocks',
        columns: [
          id(),
          id('account_id'),
          id('open_for', { isNullable: true }),
          text('act', 7),
          text('decision_number', 100),
          text('reason', 500),
          id('proposed_by'),
          text('office_name', 150),
          at('proposed_at'),
          at('expires_at'),
          at('ended_at', { isNullable: true }),
          text('end_reason', 10, { isNullable: true }),
          id('ended_by', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'uq_account_blocks_open', columnNames: ['open_for'], isUnique: true }),
          new TableIndex({
            name: 'ix_account_blocks_account',
            columnNames: ['account_id', 'end_reason', 'ended_at'],
          }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_account_blocks_account',
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
    await runner.dropTable('account_blocks');
  }
}
