import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAuditEvents1795428240000 implements MigrationInterface {
  name = 'CreateAuditEvents1795428240000';

  async up(runner: QueryRunner): Promise<void> {
    const { id, text, long, int, at } = columnsFor(runner);
    const none = { isNullable: true };
    await runner.createTable(
      new Table({
        name: 'audit_events',
        columns: [
          id(),
          at('at'),
          text('event', 40),
          text('result', 10),
          text('reason_code', 60, none),
          text('actor_kind', 20),
          text('actor_id', 80, none),
          text('role', 40, none),
          text('office_id', 36, none),
          text('subject_kind', 40, none),
          text('subject_id', 80, none),
          text('case_id', 36, none),
          text('session_id', 36, none),
          text('source', 64, none),
          text('device', 200, none),
          text('request_id', 64, none),
          text('idempotency_digest', 80, none),
          long('before_json', none),
          long('after_json', none),
          long('reason', none),
          long('fields', none),
          int('key_id'),
          text('mac', 64),
        ],
        indices: [
          new TableIndex({ name: 'ix_audit_at', columnNames: ['at', 'id'] }),
          new TableIndex({ name: 'ix_audit_subject', columnNames: ['subject_id', 'at', 'id'] }),
          new TableIndex({ name: 'ix_audit_actor', columnNames: ['actor_id', 'at', 'id'] }),
          new TableIndex({ name: 'ix_audit_case', columnNames: ['case_id', 'at', 'id'] }),
        ],
      }),
    );
    // Elsewhere the grants of the service's account do this (platform/audit/grants.ts). A migration that lets
    // TypeORM rebuild the table on SQLite loses these and has to make them again.
    if (runner.dataSource.options.type !== 'better-sqlite3') return;
    const refuse = "SELECT RAISE(ABORT, 'audit_events is append-only')";
    for (const change of ['UPDATE', 'DELETE']) {
      await runner.query(
        `CREATE TRIGGER audit_events_no_${change.toLowerCase()} BEFORE ${change} ON audit_events BEGIN ${refuse}; END`,
      );
    }
    // INSERT OR REPLACE deletes without asking the trigger above.
    await runner.query(
      `CREATE TRIGGER audit_events_no_replace BEFORE INSERT ON audit_events
       WHEN EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.id) BEGIN ${refuse}; END`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_events');
  }
}
