import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateEvidenceViews1795608180000 implements MigrationInterface {
  name = 'CreateEvidenceViews1795608180000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'evidence_views',
        columns: [id(), id('evidence_id'), id('agent_id'), at('at')],
        indices: [
          new TableIndex({
            name: 'uq_evidence_views',
            columnNames: ['evidence_id', 'agent_id'],
            isUnique: true,
          }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_evidence_views_file',
            columnNames: ['evidence_id'],
            referencedTableName: 'evidence_files',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
            onUpdate: 'NO ACTION',
          }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('evidence_views');
  }
}
