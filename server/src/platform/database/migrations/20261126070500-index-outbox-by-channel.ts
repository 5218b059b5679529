import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TABLE = 'outbox_messages';

/** Each channel's claim has its own stretch: looking along a shared one it held the other's rows for a moment, which the other then skipped. */
export class IndexOutboxByChannel1795676700000 implements MigrationInterface {
  name = 'IndexOutboxByChannel1795676700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      TABLE,
      new TableIndex({ name: 'ix_outbox_channel_due', columnNames: ['channel', 'due_at', 'id'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'ix_outbox_channel_due');
  }
}
