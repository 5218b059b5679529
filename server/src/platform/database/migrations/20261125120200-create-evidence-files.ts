import { type MigrationInterface, type QueryRunner, Table, TableForeignKey, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateEvidenceFiles1795608120000 implements MigrationInterface {
  name = 'CreateEvidenceFiles1795608120000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'evidence_files',
        columns: [
          id(),
          id('request_id'),
          text('kind', 20),
          text('status', 10),
          at('status_at'),
          text('status_reason', 40, { isNullable: true }),
          text('upload_hash', 80),
          at('upload_expires_at'),
          text('content_type', 40),
          int('size'),
          text('sha256', 64, { isNullable: true }),
          int('pages', undefined, { isNullable: true }),
          at('stored_at', { isNullable: true }),
          at('created_at'),
        ],
        indices: [
          new TableIndex({ name: 'ix_evidence_request', columnNames: ['request_id', 'status'] }),
          new TableIndex({ name: 'uq_evidence_upload', columnNames: ['upload_hash'], isUnique: true }),
          new TableIndex({ name: 'ix_evidence_status', columnNames: ['status', 'status_at'] }),
        ],
        foreignKeys: [
          new TableForeignKey({
            name: 'fk_evidence_request',
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
    await runner.dropTable('evidence_files');
  }
}
