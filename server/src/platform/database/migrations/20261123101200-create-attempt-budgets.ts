import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAttemptBudgets1795428720000 implements MigrationInterface {
  name = 'CreateAttemptBudgets1795428720000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'attempt_budgets',
        columns: [text('budget_key', 120, { isPrimary: true }), int('used'), at('ends_at')],
        indices: [new TableIndex({ name: 'ix_attempt_budgets_ends', columnNames: ['ends_at'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('attempt_budgets');
  }
}
