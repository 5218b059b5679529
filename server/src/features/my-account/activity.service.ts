import { In, LessThan } from 'typeorm';

import { AuditEvent } from '../../platform/audit/audit-event.entity.js';
import type { AuditEventName } from '../../platform/audit/audit-events.js';
import type { Database } from '../../platform/database/transact.js';
import type { Language } from '../../platform/words/language.js';
import { OWNER_EVENTS } from './activity.words.js';
import type { Activity, ActivityPage } from './me.types.js';

const SHOWN = Object.keys(OWNER_EVENTS) as AuditEventName[];

export interface ActivityAsked {
  readonly accountId: string;
  readonly language: Language;
  /** Rows; `assertPageSize` bounds them. */
  readonly first: number;
  /** The `endCursor` of the page before. */
  readonly after: string | null;
}

/** The owner's own page of the trail. Event ids rise with time, so the id alone is the place to go on from. */
export class ActivityService {
  constructor(private readonly db: Database) {}

  async page({ accountId, language, first, after }: ActivityAsked): Promise<ActivityPage> {
    const mine = {
      subjectKind: 'ACCOUNT',
      subjectId: accountId,
      event: In(SHOWN),
      ...(after ? { id: LessThan(after) } : {}),
    };
    const rows = await this.db.rows.find(AuditEvent, {
      where: mine,
      order: { at: 'DESC', id: 'DESC' },
      take: first + 1,
    });
    const items = rows.slice(0, first).map((row) => activityOf(row, language));
    return { items, endCursor: items.at(-1)?.id ?? null, hasNextPage: rows.length > first };
  }
}

/** An officer's look is told with its time, without whose it was or where they sat. */
function activityOf({ id, event, at, source, actorKind }: AuditEvent, language: Language): Activity {
  return {
    id,
    event,
    at,
    ip: actorKind === 'AGENT' ? null : source,
    description: OWNER_EVENTS[event as AuditEventName]?.[language] ?? event,
  };
}
