import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

import { columnsFor } from '../columns.js';

const TABLE = 'replacement_decisions';

export class AddContestToReplacementDecisions1795618980000 implements MigrationInterface {
  name = 'AddContestToReplacementDecisions1795618980000';

  async up(runner: QueryRunner): Promise<void> {
    const { at } = columnsFor(runner);
    await runner.addColumn(TABLE, new TableColumn(at('contested_until_before', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(TABLE, 'contested_until_before');
  }
}
