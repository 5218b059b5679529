import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

import { columnsFor } from '../columns.js';

export class CreateReplacementRequests1795608060000 implements MigrationInterface {
  name = 'CreateReplacementRequests1795608060000';

  async up(runner: QueryRunner): Promise<void> {
    const { at, id, int, text } = columnsFor(runner);
    await runner.createTable(
      new Table({
        name: 'replacement_requests',
        columns: [
          id(),
          text('ticket', 20),
          text('token_hash', 80),
          text('status', 24),
          int('version', 1),
          id('open_key', { isNullable: true }),
          text('message_to_applicant', 1000, { isNullable: true }),
          at('expires_at', { isNullable: true }),
          at('submitted_at', { isNullable: true }),
          at('approved_at', { isNullable: true }),
          at('effective_at', { isNullable: true }),
          at('applied_at', { isNullable: true }),
          text('former_email_sealed', 500, { isNullable: true }),
          at('ended_at', { isNullable: true }),
          text('end_reason', 40, { isNullable: true }),
          at('evidence_erased_at', { isNullable: true }),
          at('created_at'),
          at('updated_at'),
          id('account_id', { isNullable: true }),
          int('account_version', undefined, { isNullable: true }),
          text('account_match', 8),
          text('actor', 24),
          text('nik_sealed', 255),
          text('nik_index', 80),
          text('nib_sealed', 255, { isNullable: true }),
          text('identifier_sealed', 500, { isNullable: true }),
          text('full_name', 100),
          text('position', 100, { isNullable: true }),
          text('requester', 20),
          text('reason', 1000),
          text('new_email', 254),
          text('new_email_key', 254),
          at('new_email_confirmed_at', { isNullable: true }),
          text('other_channel', 8, { isNullable: true }),
          text('other_channel_mask', 80, { isNullable: true }),
          at('other_channel_confirmed_at', { isNullable: true }),
          text('locale', 2),
          text('source', 45),
          text('device', 100, { isNullable: true }),
          id('office_id', { isNullable: true }),
          text('tier', 6),
          int('risk_rank'),
          text('signals', 255, { default: "''" }),
          at('due_at', { isNullable: true }),
          at('urgent_at', { isNullable: true }),
          int('work_minutes_left', undefined, { isNullable: true }),
          id('claimed_by', { isNullable: true }),
          at('claim_until', { isNullable: true }),
          at('claimed_at', { isNullable: true }),
          int('claim_generation', 0),
          id('first_decider_id', { isNullable: true }),
          at('escalates_at', { isNullable: true }),
          at('escalated_at', { isNullable: true }),
          id('checked_in_person_by', { isNullable: true }),
          at('checked_in_person_at', { isNullable: true }),
          int('objections', 0),
        ],
        indices: [
          new TableIndex({ name: 'uq_replacement_ticket', columnNames: ['ticket'], isUnique: true }),
          new TableIndex({ name: 'uq_replacement_token', columnNames: ['token_hash'], isUnique: true }),
          new TableIndex({ name: 'uq_replacement_open', columnNames: ['open_key'], isUnique: true }),
          new TableIndex({
            name: 'ix_replacement_office_urgent',
            columnNames: ['office_id', 'status', 'urgent_at', 'id'],
          }),
          new TableIndex({
            name: 'ix_replacement_office_due',
            columnNames: ['office_id', 'status', 'due_at', 'id'],
          }),
          new TableIndex({
            name: 'ix_replacement_office_submitted',
            columnNames: ['office_id', 'status', 'submitted_at', 'id'],
          }),
          new TableIndex({
            name: 'ix_replacement_office_risk',
            columnNames: ['office_id', 'status', 'risk_rank', 'urgent_at', 'id'],
          }),
          new TableIndex({
            name: 'ix_replacement_status_urgent',
            columnNames: ['status', 'urgent_at', 'id'],
          }),
          new TableIndex({
            name: 'ix_replacement_status_submitted',
            columnNames: ['status', 'submitted_at', 'id'],
          }),
          new TableIndex({
            name: 'ix_replacement_status_effective',
            columnNames: ['status', 'effective_at'],
          }),
          new TableIndex({ name: 'ix_replacement_claim', columnNames: ['claimed_by', 'claim_until'] }),
          new TableIndex({ name: 'ix_replacement_expires', columnNames: ['expires_at'] }),
          new TableIndex({ name: 'ix_replacement_ended', columnNames: ['ended_at', 'id'] }),
          new TableIndex({ name: 'ix_replacement_account', columnNames: ['account_id', 'created_at'] }),
          new TableIndex({ name: 'ix_replacement_nik', columnNames: ['nik_index', 'created_at'] }),
          new TableIndex({ name: 'ix_replacement_new_email', columnNames: ['new_email_key', 'created_at'] }),
          new TableIndex({ name: 'ix_replacement_source', columnNames: ['source', 'created_at'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('replacement_requests');
  }
}
