import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateOfficeAssignments1795604580000 implements MigrationInterface {
  name = 'CreateOfficeAssignments1795604580000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'office_assignments',
        columns: [
          id(),
          id('agent_id'),
          id('office_id'),
          text('role', 10),
          id('current_for', { isNullable: true }),
          at('valid_from'),
          at('valid_to', { isNullable: true }),
        ],
        indices: [
          new TableIndex({
            name: 'uq_office_assignments_current',
            columnNames: ['current_for'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_office_assignments_agent', columnNames: ['agent_id', 'valid_from'] }),
          new TableIndex({ name: 'ix_office_assignments_office', columnNames: ['office_id', 'current_for'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_office_assignments_agent',
            columnNames: ['agent_id'],
            referencedTableName: 'agents',
            referencedColumnNames: ['id'],
            onDelete: 'NO ACTION',
            onUpdate: 'NO ACTION',
          }),
          new TableForeignKey({
            name: 'fk_office_assignments_office',
            columnNames: ['office_id'],
            referencedTableName: 'offices',
            referencedColumnNames: ['id'],
            onDelete: 'NO ACTION',
            onUpdate: 'NO ACTION',
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('office_assignments');
  }
}
