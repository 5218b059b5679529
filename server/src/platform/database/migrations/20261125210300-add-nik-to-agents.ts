import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

import { columnsFor } from '../columns.js';

/** Sealed, so that its index can be made again under another key. */
export class AddNikToAgents1795640580000 implements MigrationInterface {
  name = 'AddNikToAgents1795640580000';

  async up(runner: QueryRunner): Promise<void> {
    const { text } = columnsFor(runner);
    await runner.addColumn('agents', new TableColumn(text('nik_sealed', 255, { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('agents', 'nik_sealed');
  }
}
