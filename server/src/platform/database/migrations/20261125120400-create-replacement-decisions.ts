import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateReplacementDecisions1795608240000 implements MigrationInterface {
  name = 'CreateReplacementDecisions1795608240000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'replacement_decisions',
        columns: [
          id(),
          id('request_id'),
          id('agent_id'),
          id('session_id'),
          id('office_id'),
          text('verdict', 16),
          text('reason_code', 40, { isNullable: true }),
          text('note', 2000, { isNullable: true }),
          text('message_to_applicant', 1000, { isNullable: true }),
          text('checklist', 255, { default: "''" }),
          text('tier', 6),
          int('request_version'),
          int('account_version', undefined, { isNullable: true }),
          text('status_before', 24),
          at('claim_until_before', { isNullable: true }),
          at('at'),
          at('undo_until', { isNullable: true }),
          at('voided_at', { isNullable: true }),
          text('void_reason', 40, { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'ix_replacement_decisions_request',
            columnNames: ['request_id', 'at', 'id'],
          }),
          new TableIndex({ name: 'ix_replacement_decisions_agent', columnNames: ['agent_id', 'at', 'id'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_replacement_decisions_request',
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
    await runner.dropTable('replacement_decisions');
  }
}
