import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

const TABLE = 'replacement_requests';

export class AddChecksToReplacementRequests1795618860000 implements MigrationInterface {
  name = 'AddChecksToReplacementRequests1795618860000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    const columns = [
      text('registry_answer', 12, { isNullable: true }),
      text('registry_fields', 255, { default: "''" }),
      at('registry_at', { isNullable: true }),
      at('registry_due_at', { isNullable: true }),
      id('second_office_id', { isNullable: true }),
    ];
    await runner.addColumns(
      TABLE,
      columns.map((column) => new TableColumn(column)),
    );
    await runner.createIndices(TABLE, [
      new TableIndex({
        name: 'ix_replacement_second',
        columnNames: ['second_office_id', 'status', 'urgent_at', 'id'],
      }),
      new TableIndex({ name: 'ix_replacement_registry', columnNames: ['registry_due_at'] }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'ix_replacement_second');
    await runner.dropIndex(TABLE, 'ix_replacement_registry');
    await runner.dropColumns(TABLE, [
      'registry_answer',
      'registry_fields',
      'registry_at',
      'registry_due_at',
      'second_office_id',
    ]);
  }
}
