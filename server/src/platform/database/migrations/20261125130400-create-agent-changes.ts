import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

const reference = (name: string, column: string, table: string) =>
  new TableForeignKey({
    name,
    columnNames: [column],
    referencedTableName: table,
    referencedColumnNames: ['id'],
    onDelete: 'NO ACTION',
    onUpdate: 'NO ACTION',
  });

export class CreateAgentChanges1795611840000 implements MigrationInterface {
  name = 'CreateAgentChanges1795611840000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, bool, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'agent_changes',
        columns: [
          id(),
          id('agent_id'),
          id('open_for', { isNullable: true }),
          text('role', 10),
          id('office_id'),
          bool('readmit', false),
          id('proposed_by'),
          at('proposed_at'),
          at('expires_at'),
          at('ended_at', { isNullable: true }),
          text('end_reason', 10, { isNullable: true }),
          id('ended_by', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'uq_agent_changes_open', columnNames: ['open_for'], isUnique: true }),
          new TableIndex({ name: 'ix_agent_changes_agent', columnNames: ['agent_id', 'proposed_at'] }),
        ],
        foreignKeys: [
          reference('fk_agent_changes_agent', 'agent_id', 'agents'),
          reference('fk_agent_changes_office', 'office_id', 'offices'),
          reference('fk_agent_changes_proposer', 'proposed_by', 'agents'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('agent_changes');
  }
}
