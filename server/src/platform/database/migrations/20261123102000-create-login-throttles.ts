import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateLoginThrottles1795429200000 implements MigrationInterface {
  name = 'CreateLoginThrottles1795429200000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'login_throttles',
        columns: [
          text('throttle_key', 120, { isPrimary: true }),
          int('in_a_row', 0),
          int('in_window', 0),
          at('window_ends_at'),
          at('closed_until'),
          at('touched_at'),
        ],
        indices: [new TableIndex({ name: 'ix_login_throttles_touched', columnNames: ['touched_at'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('login_throttles');
  }
}
