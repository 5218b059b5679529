import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateIdentityLinks1795428480000 implements MigrationInterface {
  name = 'CreateIdentityLinks1795428480000';

  async up(runner: QueryRunner): Promise<void> {
    const { id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'identity_links',
        columns: [
          id(),
          id('account_id'),
          text('role', 20),
          text('blind_index', 80),
          text('holder_key', 80, { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_identity_links_blind_index', columnNames: ['blind_index'] }),
          new TableIndex({ name: 'uq_identity_links_holder', columnNames: ['holder_key'], isUnique: true }),
          new TableIndex({ name: 'ix_identity_links_account', columnNames: ['account_id'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_identity_links_account',
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
    await runner.dropTable('identity_links');
  }
}
