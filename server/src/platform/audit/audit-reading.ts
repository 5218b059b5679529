import type { SelectQueryBuilder } from 'typeorm';

import { hydrated } from '../database/hot-find.js';
import { hotQuery } from '../database/hot-query.js';
import type { Database } from '../database/transact.js';
import { timeOf } from '../ids.js';
import { AuditEvent } from './audit-event.entity.js';

/** What to look for; what is left out is not asked about. An empty list finds nothing. */
export interface AuditSelection {
  readonly caseId?: string;
  readonly subjectId?: string;
  readonly actorId?: string;
  readonly events?: readonly string[];
  readonly officeIds?: readonly string[];
  /** From this moment on. */
  readonly from?: Date;
  /** Before this moment. */
  readonly to?: Date;
}

/** An event with its place in the chain, which it gets some seconds later. */
export interface AuditRow extends AuditEvent {
  readonly sequence: number | null;
}

export interface AuditRows {
  readonly rows: AuditRow[];
  /** The id of the last row: the `after` of the next page. */
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

interface Branch {
  readonly index: string;
  readonly column?: 'caseId' | 'subjectId' | 'actorId' | 'event' | 'officeId';
  readonly value?: string;
}

interface Placed extends Branch {
  readonly place: number;
}

/**
 * Reads the trail newest first, page by page. Every page follows an index whose order is that of the page, so that it
 * costs the same at the end of years of rows. Several events or offices are read side by side, each along the index, and
 * merged: one range over all of them would have to be sorted whole.
 */
export class AuditReading {
  constructor(private readonly db: Database) {}

  /** One statement, whatever is asked; its rows are read by their keys. `after` is the `endCursor` of the page before. */
  async page(asked: AuditSelection, first: number, after: string | null): Promise<AuditRows> {
    const branches = branchesOf(asked).map((branch, place) =>
      this.#along({ ...branch, place }, asked, after).limit(first + 1),
    );
    const found = branches.length > 0 ? await this.#newest(branches, first + 1) : [];
    const rows = found.slice(0, first);
    return { rows, endCursor: rows.at(-1)?.id ?? null, hasNextPage: found.length > first };
  }

  #along({ index, column, value, place }: Placed, asked: AuditSelection, after: string | null) {
    const rows = this.db.rows
      .createQueryBuilder(AuditEvent, 'event')
      .select('event.id', 'id')
      .addSelect('event.at', 'at')
      .useIndex(index); // of MariaDB and MySQL; SQLite takes the one that gives the order by itself
    if (column) rows.andWhere(`event.${column} = :value${place}`, { [`value${place}`]: value });
    if (asked.actorId && column !== 'actorId') rows.andWhere('event.actorId = :actorId', asked);
    if (asked.subjectId && column !== 'subjectId') rows.andWhere('event.subjectId = :subjectId', asked);
    if (asked.events && column !== 'event') rows.andWhere('event.event IN (:...events)', asked);
    if (asked.officeIds && column !== 'officeId') rows.andWhere('event.officeId IN (:...officeIds)', asked);
    if (asked.from) rows.andWhere('event.at >= :from', { from: asked.from });
    if (asked.to) rows.andWhere('event.at < :to', { to: asked.to });
    // An event's id begins with its time, so one cursor says both.
    const last = { after, afterAt: after && timeOf(after) };
    if (after) rows.andWhere('event.at <= :afterAt AND (event.at < :afterAt OR event.id < :after)', last);
    return rows.orderBy('event.at', 'DESC').addOrderBy('event.id', 'DESC');
  }

  async #newest(branches: readonly SelectQueryBuilder<AuditEvent>[], limit: number): Promise<AuditRow[]> {
    const { rows: manager } = this.db;
    const texts = branches.map(
      (branch, place) => `SELECT id, at FROM (${branch.getQuery()}) branch_${place}`,
    );
    const newest = `${texts.join(' UNION ALL ')} ORDER BY at DESC, id DESC LIMIT ${limit}`;
    const [text, values] = manager.dataSource.driver.escapeQueryWithParameters(
      // Joined from the left, or the engine may begin at the wrong end and read every event there is.
      `SELECT shown.*, seal.seq AS sequence FROM (${newest}) newest
        LEFT JOIN audit_events shown ON shown.id = newest.id
        LEFT JOIN audit_seals seal ON seal.event_id = newest.id
        ORDER BY newest.at DESC, newest.id DESC`,
      Object.assign({}, ...branches.map((branch) => branch.getParameters())),
    );
    const metadata = manager.dataSource.getMetadata(AuditEvent);
    const { rows } = await hotQuery(manager, text, values);
    return rows.map((raw) => ({ ...hydrated<AuditEvent>(metadata, raw), sequence: raw.sequence }));
  }
}

/** Along what is rarest. A list is one branch a value. */
function branchesOf({ caseId, subjectId, actorId, events, officeIds }: AuditSelection): Branch[] {
  if (events?.length === 0 || officeIds?.length === 0) return [];
  if (caseId) return [{ index: 'ix_audit_case', column: 'caseId', value: caseId }];
  if (subjectId) return [{ index: 'ix_audit_subject', column: 'subjectId', value: subjectId }];
  if (actorId) return [{ index: 'ix_audit_actor', column: 'actorId', value: actorId }];
  if (officeIds)
    return officeIds.map((value) => ({ index: 'ix_audit_office', column: 'officeId' as const, value }));
  if (events) return events.map((value) => ({ index: 'ix_audit_event', column: 'event' as const, value }));
  return [{ index: 'ix_audit_at' }];
}
