import type { EntityManager } from 'typeorm';

import { Account } from '../../account/account.entity.js';
import { BusinessEntity } from '../../account/business-entity.entity.js';
import type { Identifier } from '../../account/identifier.entity.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { PersonalData } from '../../account/personal-data.js';
import type { ReplacementRequest } from './replacement-request.entity.js';
import type { SealedFacts } from './sealed-facts.js';

/** The two sides of a case in full, for comparing them on the server. Nothing of it leaves without a mask. */
export interface CaseRecord {
  readonly stated: {
    readonly nik: string;
    readonly nib: string | null;
    readonly identifier: string | null;
  };
  readonly account: Account | null;
  readonly nik: string | null;
  readonly birthDate: string | null;
  readonly contacts: readonly Identifier[];
  readonly entity: BusinessEntity | null;
}

interface Needs {
  readonly facts: SealedFacts;
  readonly personal: PersonalData;
  readonly identifiers: Identifiers;
}

export class CaseRecords {
  constructor(private readonly needs: Needs) {}

  async of(rows: EntityManager, request: ReplacementRequest): Promise<CaseRecord> {
    const { facts, personal, identifiers } = this.needs;
    const { id, nikSealed, nibSealed, identifierSealed, accountId } = request;
    const stated = {
      nik: facts.open(id, 'nik', nikSealed),
      nib: nibSealed && facts.open(id, 'nib', nibSealed),
      identifier: identifierSealed && facts.open(id, 'identifier', identifierSealed),
    };
    const account = accountId ? await rows.findOneBy(Account, { id: accountId }) : null;
    if (!account) return { stated, account, nik: null, birthDate: null, contacts: [], entity: null };
    return {
      stated,
      account,
      nik: personal.open(account.id, 'nik', account.nikSealed),
      birthDate: personal.open(account.id, 'birthDate', account.birthDateSealed),
      contacts: await identifiers.of(account.id),
      entity: await rows.findOneBy(BusinessEntity, { accountId: account.id }),
    };
  }
}
