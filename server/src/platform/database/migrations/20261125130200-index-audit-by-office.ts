import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

export class IndexAuditByOffice1795611720000 implements MigrationInterface {
  name = 'IndexAuditByOffice1795611720000';

  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['office_id', 'at', 'id'];
    await runner.createIndex('audit_events', new TableIndex({ name: 'ix_audit_office', columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('audit_events', 'ix_audit_office');
  }
}
