import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateRegistrationDrafts1795428600000 implements MigrationInterface {
  name = 'CreateRegistrationDrafts1795428600000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, long, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'registration_drafts',
        columns: [
          id(),
          text('key_hash', 80),
          text('step', 20),
          text('channel', 8),
          text('contact', 254),
          text('contact_key', 254),
          long('start_sealed'),
          long('completion_sealed', { isNullable: true }),
          text('password_hash', 255, { isNullable: true }),
          at('registry_retry_at', { isNullable: true }),
          int('registry_tries', 0),
          id('account_id', { isNullable: true }),
          text('locale', 2),
          text('source', 45),
          at('created_at'),
          at('expires_at'),
        ],
        indices: [
          new TableIndex({ name: 'uq_registration_drafts_key', columnNames: ['key_hash'], isUnique: true }),
          new TableIndex({ name: 'ix_registration_drafts_contact', columnNames: ['contact_key'] }),
          new TableIndex({ name: 'ix_registration_drafts_expires', columnNames: ['expires_at'] }),
          new TableIndex({ name: 'ix_registration_drafts_retry', columnNames: ['registry_retry_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('registration_drafts');
  }
}
