import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateSpotChecks1795633260000 implements MigrationInterface {
  name = 'CreateSpotChecks1795633260000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, long, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'spot_checks',
        columns: [
          id(),
          id('request_id'),
          id('decision_id'),
          id('office_id'),
          int('draw'),
          int('draw_below'),
          int('draw_key'),
          at('drawn_at'),
          at('waiting_since', { isNullable: true }),
          long('comparison', { isNullable: true }),
          id('taken_by', { isNullable: true }),
          at('taken_until', { isNullable: true }),
          text('outcome', 10, { isNullable: true }),
          text('verdict', 16, { isNullable: true }),
          text('reason_code', 40, { isNullable: true }),
          text('note', 2000, { isNullable: true }),
          text('checklist', 255, { default: "''" }),
          id('checked_by', { isNullable: true }),
          at('checked_at', { isNullable: true }),
          id('settled_by', { isNullable: true }),
          at('settled_at', { isNullable: true }),
          text('settled_note', 2000, { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'uq_spot_checks_decision',
            columnNames: ['decision_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_spot_checks_request', columnNames: ['request_id'] }),
          new TableIndex({ name: 'ix_spot_checks_waiting', columnNames: ['waiting_since', 'id'] }),
          new TableIndex({ name: 'ix_spot_checks_outcome', columnNames: ['outcome', 'id'] }),
          new TableIndex({ name: 'ix_spot_checks_office', columnNames: ['office_id', 'drawn_at'] }),
          new TableIndex({ name: 'ix_spot_checks_taken', columnNames: ['taken_by'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_spot_checks_request',
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
    await runner.dropTable('spot_checks');
  }
}
