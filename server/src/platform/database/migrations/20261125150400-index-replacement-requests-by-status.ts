import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TABLE = 'replacement_requests';

/** For those who see every office: each order of the queue along one index of its own. */
export class IndexReplacementRequestsByStatus1795619040000 implements MigrationInterface {
  name = 'IndexReplacementRequestsByStatus1795619040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndices(TABLE, [
      new TableIndex({ name: 'ix_replacement_status_due', columnNames: ['status', 'due_at', 'id'] }),
      new TableIndex({
        name: 'ix_replacement_status_risk',
        columnNames: ['status', 'risk_rank', 'urgent_at', 'id'],
      }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'ix_replacement_status_due');
    await runner.dropIndex(TABLE, 'ix_replacement_status_risk');
  }
}
