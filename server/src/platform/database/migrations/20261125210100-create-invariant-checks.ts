import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateInvariantChecks1795640460000 implements MigrationInterface {
  name = 'CreateInvariantChecks1795640460000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'invariant_checks',
        columns: [text('name', 60, { isPrimary: true }), int('found'), at('checked_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('invariant_checks');
  }
}
