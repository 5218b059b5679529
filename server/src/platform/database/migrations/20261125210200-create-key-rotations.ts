import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateKeyRotations1795640520000 implements MigrationInterface {
  name = 'CreateKeyRotations1795640520000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'key_rotations',
        columns: [text('setting', 20, { isPrimary: true }), int('key_id'), at('finished_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('key_rotations');
  }
}
