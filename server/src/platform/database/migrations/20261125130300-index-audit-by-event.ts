import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

export class IndexAuditByEvent1795611780000 implements MigrationInterface {
  name = 'IndexAuditByEvent1795611780000';

  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['event', 'at', 'id'];
    await runner.createIndex('audit_events', new TableIndex({ name: 'ix_audit_event', columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_events', 'ix_audit_event');
  }
}
