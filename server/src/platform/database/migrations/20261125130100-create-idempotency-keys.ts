import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateIdempotencyKeys1795611660000 implements MigrationInterface {
  name = 'CreateIdempotencyKeys1795611660000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, long, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'idempotency_keys',
        columns: [
          id(),
          id('actor_id'),
          text('key_digest', 64),
          text('input_hash', 80),
          id('run'),
          at('running_until'),
          long('kept', { isNullable: true }),
          at('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'uq_idempotency_keys_actor_key',
            columnNames: ['actor_id', 'key_digest'],
            isUnique: true,
          }),
          new TableIndex({ name: 'ix_idempotency_keys_created', columnNames: ['created_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency_keys');
  }
}
