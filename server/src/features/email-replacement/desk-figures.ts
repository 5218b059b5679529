import type { EntityManager } from 'typeorm';

import type { Database } from '../../platform/database/transact.js';
import { type DecidedRow, decisionRows } from './decided-rows.js';
import { ENDS_THE_CASE, HANDED_IN_STATUSES, OPEN_STATUSES } from './figure-branches.js';

export interface FigureSpan {
  /** ALL: those of every office. */
  readonly offices: 'ALL' | readonly string[];
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
  readonly now: Date;
}

export interface OpenNow {
  readonly open: number;
  readonly overdue: number;
  readonly awaitingSecond: number;
}

export interface DeskFigures {
  readonly openNow: OpenNow;
  /** Per hour, `2026-11-25 07`, in UTC. */
  readonly received: ReadonlyMap<string, number>;
  readonly ended: ReadonlyMap<string, number>;
  readonly byReason: ReadonlyMap<string, number>;
  readonly decisions: readonly DecidedRow[];
  /** Open cases handed in at each of the given moments or later. */
  readonly openSince: readonly number[];
}

const list = (statuses: readonly string[]) => `(${statuses.map((status) => `'${status}'`).join(', ')})`;
const [OPEN, HANDED_IN] = [list(OPEN_STATUSES), list(HANDED_IN_STATUSES)];

/** Numbers about cases, grouped by the database: what comes back has a row an hour or a reason, never one a case. */
export class CaseFigures {
  constructor(private readonly db: Database) {}

  async of(span: FigureSpan, ages: readonly Date[]): Promise<DeskFigures> {
    const { rows } = this.db;
    const [openNow, received, ended, byReason, decisions, openSince] = await Promise.all([
      this.#openNow(rows, span),
      grouped(rows, span, receivedPerHour),
      grouped(rows, span, endedPerHour),
      grouped(rows, span, perReason),
      decisionRows(rows, span),
      this.#openSince(rows, span, ages),
    ]);
    return { openNow, received, ended, byReason, decisions, openSince };
  }

  async #openNow(rows: EntityManager, span: FigureSpan): Promise<OpenNow> {
    // As the queue shows them: also those that came up from an office without a second person.
    const text = `SELECT COUNT(*) AS open,
      SUM(CASE WHEN r.due_at <= :now THEN 1 ELSE 0 END) AS overdue,
      (SELECT COUNT(*) FROM replacement_requests s WHERE s.status = 'AWAITING_SECOND_DECISION'
        AND (${within(span, 's')} OR ${within(span, 's', 'second_office_id')})) AS awaitingSecond
      FROM replacement_requests r WHERE ${within(span, 'r')} AND r.status IN ${OPEN}`;
    const [found] = await ask(rows, text, span);
    return { open: n(found?.open), overdue: n(found?.overdue), awaitingSecond: n(found?.awaitingSecond) };
  }

  async #openSince(rows: EntityManager, span: FigureSpan, ages: readonly Date[]): Promise<number[]> {
    const sums = ages.map(
      (_, place) => `SUM(CASE WHEN r.submitted_at >= :age${place} THEN 1 ELSE 0 END) AS a${place}`,
    );
    const text = `SELECT ${sums.join(', ')} FROM replacement_requests r
      WHERE ${within(span, 'r')} AND r.status IN ${OPEN}`;
    const moments = Object.fromEntries(ages.map((at, place) => [`age${place}`, at]));
    const [found] = await ask(rows, text, { ...span, ...moments });
    return ages.map((_, place) => n(found?.[`a${place}`]));
  }
}

const receivedPerHour = (span: FigureSpan) =>
  `SELECT SUBSTR(r.submitted_at, 1, 13) AS label, COUNT(*) AS n FROM replacement_requests r
   WHERE ${within(span, 'r')} AND r.status IN ${HANDED_IN} AND r.submitted_at >= :from AND r.submitted_at < :to
   GROUP BY SUBSTR(r.submitted_at, 1, 13)`;

const endedPerHour = (span: FigureSpan) =>
  `SELECT SUBSTR(d.at, 1, 13) AS label, COUNT(*) AS n FROM replacement_decisions d
   INNER JOIN replacement_requests r ON r.id = d.request_id
   WHERE ${within(span, 'd')} AND d.at >= :from AND d.at < :to AND ${ENDS_THE_CASE}
   GROUP BY SUBSTR(d.at, 1, 13)`;

/** Cases and not decisions: two people who approve one case are one outcome. */
const perReason = (span: FigureSpan) =>
  `SELECT COALESCE(d.reason_code, d.verdict) AS label, COUNT(DISTINCT d.request_id) AS n FROM replacement_decisions d
   WHERE ${within(span, 'd')} AND d.at >= :from AND d.at < :to AND d.voided_at IS NULL
   GROUP BY COALESCE(d.reason_code, d.verdict)`;

async function grouped(
  rows: EntityManager,
  span: FigureSpan,
  textOf: (span: FigureSpan) => string,
): Promise<Map<string, number>> {
  const found = await ask(rows, textOf(span), span);
  return new Map(found.map(({ label, n: count }) => [String(label), n(count)]));
}

const n = (value: unknown): number => Number(value ?? 0);

/** The condition on the office of this alias. */
export const within = ({ offices }: FigureSpan, alias: string, column = 'office_id'): string => {
  if (offices === 'ALL') return '1 = 1';
  return offices.length > 0 ? `${alias}.${column} IN (:...offices)` : '1 = 0';
};

export async function ask(
  rows: EntityManager,
  text: string,
  parameters: object,
): Promise<Record<string, unknown>[]> {
  const [sql, values] = rows.dataSource.driver.escapeQueryWithParameters(text, { ...parameters });
  return rows.query(sql, values);
}
