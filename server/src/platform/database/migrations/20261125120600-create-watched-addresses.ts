import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateWatchedAddresses1795608360000 implements MigrationInterface {
  name = 'CreateWatchedAddresses1795608360000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'watched_addresses',
        columns: [
          text('address_index', 80, { isPrimary: true }),
          id('request_id'),
          at('watched_since'),
          at('watched_until'),
        ],
        indices: [new TableIndex({ name: 'ix_watched_addresses_until', columnNames: ['watched_until'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('watched_addresses');
  }
}
