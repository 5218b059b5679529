import type { EntityManager } from 'typeorm';

import type { Audit } from '../platform/audit/audit.js';
import type { OneTimeSecret, SecretPurpose } from './one-time-secret.entity.js';

export type SecretEvent =
  | 'SECRET_ISSUED'
  | 'SECRET_SPENT'
  | 'SECRET_REFUSED'
  | 'SECRET_EXHAUSTED'
  | 'SECRET_SUPERSEDED';

/** What became of a code or link, for whoever has to explain it later. Never the code, never the address. */
export class SecretTrail {
  constructor(private readonly audit: Audit) {}

  async record(
    tx: EntityManager,
    event: SecretEvent,
    { purpose, subjectId }: Pick<OneTimeSecret, 'purpose' | 'subjectId'>,
  ): Promise<void> {
    await this.audit.record(tx, {
      event,
      actorKind: 'ANONYMOUS', // whoever holds it; the act it allows says who that was
      result: event === 'SECRET_REFUSED' || event === 'SECRET_EXHAUSTED' ? 'refused' : 'ok',
      reasonCode: purpose,
      ...subjectOf(purpose, subjectId),
    });
  }
}

function subjectOf(purpose: SecretPurpose, subjectId: string) {
  if (purpose.startsWith('REPLACEMENT_')) return { subjectKind: 'CASE', subjectId, caseId: subjectId };
  return { subjectKind: purpose === 'REGISTRATION' ? 'DRAFT' : 'ACCOUNT', subjectId };
}
