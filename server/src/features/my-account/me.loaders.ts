import DataLoader from 'dataloader';
import { In, IsNull } from 'typeorm';

import { BusinessEntity } from '../../account/business-entity.entity.js';
import { Identifier } from '../../account/identifier.entity.js';
import type { Database } from '../../platform/database/transact.js';

/** One query per relation and request, however often a document asks for it under other names. */
export class MeLoaders {
  readonly identifiers: DataLoader<string, Identifier[]>;
  readonly entity: DataLoader<string, BusinessEntity | null>;

  constructor(db: Database) {
    this.identifiers = new DataLoader(async (accountIds) => {
      const where = { accountId: In([...accountIds]), replacedAt: IsNull() };
      const rows = await db.rows.find(Identifier, { where });
      return accountIds.map((id) => rows.filter(({ accountId }) => accountId === id));
    });
    this.entity = new DataLoader(async (accountIds) => {
      const rows = await db.rows.findBy(BusinessEntity, { accountId: In([...accountIds]) });
      return accountIds.map((id) => rows.find(({ accountId }) => accountId === id) ?? null);
    });
  }

  static #ofRequest = new WeakMap<object, MeLoaders>();

  /** Kept with the request's context: what one request loaded is nobody else's to see. */
  static of(context: object, db: Database): MeLoaders {
    const known = MeLoaders.#ofRequest.get(context);
    if (known) return known;
    const fresh = new MeLoaders(db);
    MeLoaders.#ofRequest.set(context, fresh);
    return fresh;
  }
}
