import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateIdentifiers1795428420000 implements MigrationInterface {
  name = 'CreateIdentifiers1795428420000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'identifiers',
        columns: [
          id(),
          id('account_id'),
          text('kind', 8),
          text('value', 254),
          text('contact_key', 254),
          text('identifier_key', 254, { isNullable: true }),
          at('verified_at', { isNullable: true }),
          at('replaced_at', { isNullable: true }),
          at('reserved_until', { isNullable: true }),
          at('created_at'),
        ],
        indices: [
          new TableIndex({ name: 'uq_identifiers_key', columnNames: ['identifier_key'], isUnique: true }),
          new TableIndex({ name: 'ix_identifiers_contact', columnNames: ['contact_key'] }),
          new TableIndex({ name: 'ix_identifiers_account', columnNames: ['account_id'] }),
          new TableIndex({ name: 'ix_identifiers_reserved', columnNames: ['reserved_until'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_identifiers_account',
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
    await runner.dropTable('identifiers');
  }
}
