import type { EntityManager } from 'typeorm';

import type { Scope } from '../platform/database/scope.js';
import type { Database } from '../platform/database/transact.js';
import { Account } from './account.entity.js';
import { BusinessEntity } from './business-entity.entity.js';
import { type DeskAccount, HelpdeskAccountView } from './helpdesk-account.type.js';
import { Identifier } from './identifier.entity.js';

/** Everything of the row but what opens it. */
const COLUMNS = [
  ...['id', 'status', 'version', 'credentialVersion', 'scale', 'actor', 'fullName', 'position', 'sex'],
  ...['birthDateSealed', 'nikSealed', 'passportSealed', 'npwpSealed', 'nib', 'street', 'regionCode'],
  ...['regionName', 'regionListVersion', 'postalCode', 'locale', 'warnings', 'createdAt', 'activatedAt'],
].map((column) => `account.${column}`);

/** Of accounts that share an identifier, as many as anybody has to choose among. */
const MOST = 50;
/** Rows of the statement for one account: username, email, phone. */
const ROWS_EACH = 3;

/** Accounts as the desk sees them, each with contacts and entity: one statement, the caller's scope part of it (R57). */
export class HelpdeskAccounts {
  constructor(private readonly db: Database) {}

  /** Those of `ids` within the scope, on the alias `account`; the others are as if they did not exist. */
  async find(ids: readonly string[], scope: Scope): Promise<HelpdeskAccountView[]> {
    if (ids.length === 0) return [];
    const query = accounts(this.db.rows).where('account.id IN (:...ids)', { ids: [...ids] });
    const rows = await query.andWhere(scope.condition, scope.parameters).getMany();
    return rows.map((row) => new HelpdeskAccountView(row as unknown as DeskAccount));
  }

  /** Those whose id is an `account_id` of the statement `among`. */
  async findAmong(among: Scope, scope: Scope): Promise<HelpdeskAccountView[]> {
    // A joined list and no IN: with a UNION inside, an IN would be asked again for every account there is.
    const query = accounts(this.db.rows)
      .innerJoin(`(${among.condition})`, 'found', 'found.account_id = account.id')
      .where(scope.condition, { ...scope.parameters, ...among.parameters })
      .orderBy('account.createdAt', 'DESC')
      .addOrderBy('account.id', 'DESC')
      .limit((MOST + 1) * ROWS_EACH); // whole accounts: one that is cut off is beyond the last that is shown
    const rows = await query.getMany();
    return rows.slice(0, MOST).map((row) => new HelpdeskAccountView(row as unknown as DeskAccount));
  }
}

const accounts = (rows: EntityManager) =>
  rows
    .createQueryBuilder(Account, 'account')
    .leftJoinAndMapOne('account.entity', BusinessEntity, 'entity', 'entity.accountId = account.id')
    .leftJoinAndMapMany(
      'account.identifiers',
      Identifier,
      'identifier',
      'identifier.accountId = account.id AND identifier.replacedAt IS NULL',
    )
    .select([...COLUMNS, 'entity', 'identifier']);
