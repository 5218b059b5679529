import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TABLE = 'replacement_decisions';

/** What an office decided in a span of days: for its dashboard. */
export class IndexReplacementDecisionsByOffice1795619100000 implements MigrationInterface {
  name = 'IndexReplacementDecisionsByOffice1795619100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      TABLE,
      new TableIndex({ name: 'ix_replacement_decisions_office', columnNames: ['office_id', 'at'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'ix_replacement_decisions_office');
  }
}
