import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateAccounts1795428360000 implements MigrationInterface {
  name = 'CreateAccounts1795428360000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'accounts',
        columns: [
          id(),
          text('status', 20),
          int('version', 1),
          int('credential_version', 1),
          text('password_hash', 255),
          text('scale', 10),
          text('actor', 24),
          text('full_name', 100),
          text('position', 100, { isNullable: true }),
          text('sex', 6, { isNullable: true }),
          text('birth_date_sealed', 255, { isNullable: true }),
          text('nik_sealed', 255, { isNullable: true }),
          text('passport_sealed', 255, { isNullable: true }),
          text('npwp_sealed', 255, { isNullable: true }),
          text('nib', 13, { isNullable: true }),
          text('street', 200),
          text('region_code', 13),
          text('region_name', 255),
          text('region_list_version', 40),
          text('postal_code', 12, { isNullable: true }),
          text('locale', 2),
          text('warnings', 255, { default: "''" }),
          at('created_at'),
          at('activated_at', { isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: 'ix_accounts_status_created', columnNames: ['status', 'created_at'] }),
          new TableIndex({ name: 'uq_accounts_nib', columnNames: ['nib'], isUnique: true }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('accounts');
  }
}
