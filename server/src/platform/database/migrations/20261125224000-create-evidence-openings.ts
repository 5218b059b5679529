import { type MigrationInterface, type QueryRunner, Table, TableForeignKey } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateEvidenceOpenings1795646400000 implements MigrationInterface {
  name = 'CreateEvidenceOpenings1795646400000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'evidence_openings',
        columns: [
          { ...id('evidence_id'), isPrimary: true },
          { ...id('agent_id'), isPrimary: true },
          at('at'),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_evidence_openings_file',
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
    await runner.dropTable('evidence_openings');
  }
}
