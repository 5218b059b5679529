import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

import { columnsFor } from '../columns.js';

const TABLE = 'replacement_drafts';

export class AddVerdictToReplacementDrafts1795625220000 implements MigrationInterface {
  name = 'AddVerdictToReplacementDrafts1795625220000';

  async up(runner: QueryRunner): Promise<void> {
    const { text } = columnsFor(runner);
    await runner.addColumn(TABLE, new TableColumn(text('verdict', 20, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(TABLE, 'verdict');
  }
}
