import { type MigrationInterface, type QueryRunner, Table, TableForeignKey } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateReplacementDrafts1795608300000 implements MigrationInterface {
  name = 'CreateReplacementDrafts1795608300000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'replacement_drafts',
        columns: [
          id('request_id', { isPrimary: true }),
          id('agent_id', { isPrimary: true }),
          text('note', 2000, { isNullable: true }),
          text('message_to_applicant', 1000, { isNullable: true }),
          text('reason_code', 40, { isNullable: true }),
          text('checklist', 255, { default: "''" }),
          at('saved_at'),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_replacement_drafts_request',
            columnNames: ['request_id'],
            referencedTableName: 'replacement_requests',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
            onUpdate: 'NO ACTION',
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('replacement_drafts');
  }
}
