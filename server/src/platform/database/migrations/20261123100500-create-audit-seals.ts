import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAuditSeals1795428300000 implements MigrationInterface {
  name = 'CreateAuditSeals1795428300000';

  async up(runner: QueryRunner): Promise<void> {
    const { text, int, at } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'audit_seals',
        columns: [
          int('seq', undefined, { isPrimary: true }),
          text('event_id', 36),
          text('chain', 80),
          at('sealed_at'),
        ],
        indices: [
          new TableIndex({ name: 'uq_audit_seals_event', columnNames: ['event_id'], isUnique: true }),
        ],
      }),
    );
    if (runner.dataSource.options.type !== 'better-sqlite3') return;
    // No trigger against REPLACE here: a second `seq` has to stay a unique violation, by which a sealer knows it lost.
    for (const change of ['UPDATE', 'DELETE']) {
      await runner.query(
        `CREATE TRIGGER audit_seals_no_${change.toLowerCase()} BEFORE ${change} ON audit_seals
         BEGIN SELECT RAISE(ABORT, 'audit_seals is append-only'); END`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_seals');
  }
}
