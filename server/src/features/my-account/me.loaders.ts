import DataLoader from 'dataloader';
import { In } from 'typeorm';

import { BusinessEntity } from '../../account/business-entity.entity.js';
import type { Identifier } from '../../account/identifier.entity.js';
import type { Identifiers } from '../../account/identifiers.js';
import type { Session } from '../../account/session.entity.js';
import type { Sessions } from '../../account/sessions.js';
import type { Database } from '../../platform/database/transact.js';
import type { ActivityAsked, ActivityService } from './activity.service.js';
import type { ActivityPage } from './me.types.js';

interface Needs {
  readonly db: Database;
  readonly identifiers: Identifiers;
  readonly sessions: Sessions;
  readonly activity: ActivityService;
}

/**
 * One query per relation and request, however often a document asks for it under other names. A request knows one
 * account, its own: most have nothing to gather, only to remember.
 */
export class MeLoaders {
  readonly identifiers: DataLoader<string, Identifier[]>;
  readonly entity: DataLoader<string, BusinessEntity | null>;
  readonly sessions: DataLoader<string, Session[]>;
  readonly activity: DataLoader<ActivityAsked, ActivityPage, string>;

  constructor({ db, identifiers, sessions, activity }: Needs) {
    this.identifiers = new DataLoader((accountIds) =>
      Promise.all(accountIds.map((id) => identifiers.of(id))),
    );
    this.entity = new DataLoader(async (accountIds) => {
      const rows = await db.rows.findBy(BusinessEntity, { accountId: In([...accountIds]) });
      return accountIds.map((id) => rows.find(({ accountId }) => accountId === id) ?? null);
    });
    this.sessions = new DataLoader((accountIds) => Promise.all(accountIds.map((id) => sessions.live(id))));
    this.activity = new DataLoader((pages) => Promise.all(pages.map((page) => activity.page(page))), {
      cacheKeyFn: ({ accountId, first, after }) => `${accountId} ${first} ${after ?? ''}`,
    });
  }

  static #ofRequest = new WeakMap<object, MeLoaders>();

  /** Kept with the request's context: what one request loaded is nobody else's to see. */
  static of(context: object, needs: Needs): MeLoaders {
    const known = MeLoaders.#ofRequest.get(context);
    if (known) return known;
    const fresh = new MeLoaders(needs);
    MeLoaders.#ofRequest.set(context, fresh);
    return fresh;
  }
}
