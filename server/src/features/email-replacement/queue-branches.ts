import type { Scope } from '../../platform/database/scope.js';
import type { OfficesSeen } from './desk-scope.js';
import { figureConditions } from './figure-branches.js';
import { type QueueFilter, QueueOrder, QueueView } from './replacement-queue.input.js';
import { RISK_RANK, RiskTier } from './risk-tier.js';
import { EARLIEST_H } from './tier-rules.js';

/** One walk along one index. Branches of an earlier phase come first in the list, those of one phase are merged by key and id. */
export interface Branch {
  readonly phase: number;
  readonly conditions: readonly Scope[];
}

export interface Order {
  readonly column: 'urgent_at' | 'due_at' | 'submitted_at';
  readonly direction: 'ASC' | 'DESC';
  readonly phases: readonly Scope[];
}

/** Of the views of the queue; those behind a number of the dashboard are no walk each. */
const STATUSES: Readonly<Partial<Record<QueueView, readonly string[]>>> = {
  READY: ['SUBMITTED', 'IN_REVIEW'],
  MINE: ['IN_REVIEW', 'AWAITING_SECOND_DECISION'],
  AWAITING_SECOND: ['AWAITING_SECOND_DECISION'],
  RETURNED: ['RETURNED'],
  WAITING_PERIOD: ['WAITING_PERIOD'],
  CLOSED: ['APPLIED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'UNDONE'],
};

/** Views whose cases have a target time that runs. */
const TIMED: ReadonlySet<QueueView> = new Set([QueueView.READY, QueueView.MINE, QueueView.AWAITING_SECOND]);
/** What lies behind somebody begins with the newest. */
const PAST: ReadonlySet<QueueView> = new Set([QueueView.CLOSED, QueueView.HANDED_IN, QueueView.DECIDED]);

/** Of an order without phases. */
export const always: Scope = { condition: '1 = 1', parameters: {} };

/** NEEDS_DOING: overdue, then by urgency. RISK: tier by tier. `asOf` is the first page's clock, so that pages fit together. */
export function orderFor(view: QueueView, order: QueueOrder, asOf: Date): Order {
  if (!TIMED.has(view) || order === QueueOrder.SUBMITTED_AT) {
    const direction = PAST.has(view) ? 'DESC' : 'ASC';
    return { column: 'submitted_at', direction, phases: [always] };
  }
  if (order === QueueOrder.DUE_AT) return { column: 'due_at', direction: 'ASC', phases: [always] };
  if (order === QueueOrder.RISK) {
    const phases = [RiskTier.HIGH, RiskTier.MEDIUM, RiskTier.LOW];
    return { column: 'urgent_at', direction: 'ASC', phases: phases.map(ofTier) };
  }
  return { column: 'urgent_at', direction: 'ASC', phases: byLateness(asOf) };
}

const ofTier = (tier: RiskTier): Scope => ({
  condition: 'r.risk_rank = :rank',
  parameters: { rank: RISK_RANK[tier] },
});

/** Urgent is at most `EARLIEST_H` before due: both walks begin or end within that window of the index. */
function byLateness(asOf: Date): Scope[] {
  const early = new Date(asOf.getTime() - EARLIEST_H * 3_600_000);
  return [
    { condition: 'r.urgent_at <= :asOf AND r.due_at <= :asOf', parameters: { asOf } },
    { condition: 'r.urgent_at > :early AND r.due_at > :asOf', parameters: { asOf, early } },
  ];
}

export interface Seen {
  readonly offices: OfficesSeen;
  readonly agentId: string;
  readonly now: Date;
  readonly onlyOwn?: boolean;
}

/** What a view means, a condition for each index walk; the filters apply to all of them. */
export function branchesOf(filter: QueueFilter, phases: readonly Scope[], seen: Seen): Branch[] {
  const filters = filtersOf(filter, seen.now);
  const figure = figureConditions(filter, seen);
  if (figure)
    return phases.map((inPhase, phase) => ({ phase, conditions: [...figure, inPhase, ...filters] }));
  const places = placesOf(filter, seen.offices);
  return (STATUSES[filter.view] ?? []).flatMap((status) =>
    places.flatMap((place) =>
      phases.map((inPhase, phase) => ({
        phase,
        conditions: [...place, ...inStatus(filter.view, status, seen), inPhase, ...filters],
      })),
    ),
  );
}

function placesOf({ view, officeId }: QueueFilter, offices: OfficesSeen): Scope[][] {
  if (view === QueueView.MINE && !officeId) return [[]];
  const named = officeId ? [officeId] : offices;
  if (named === 'ALL') return [[]];
  const within = offices === 'ALL' ? named : named.filter((id) => offices.includes(id));
  return within.flatMap((office) => {
    const own = { condition: 'r.office_id = :office', parameters: { office } };
    // Second decisions that came up from an office without a second person.
    const asSecond = {
      condition: 'r.second_office_id = :office AND r.office_id <> :office',
      parameters: { office },
    };
    return view === QueueView.AWAITING_SECOND ? [[own], [asSecond]] : [[own]];
  });
}

function inStatus(view: QueueView, status: string, { agentId, now }: Seen): Scope[] {
  const there = { condition: 'r.status = :status', parameters: { status } };
  if (view === QueueView.MINE)
    return [
      there,
      { condition: 'r.claimed_by = :agentId AND r.claim_until > :now', parameters: { agentId, now } },
    ];
  // A claim that ran out leaves the case ready, whatever its state says.
  if (status === 'IN_REVIEW') return [there, { condition: 'r.claim_until <= :now', parameters: { now } }];
  return [there];
}

function filtersOf(filter: QueueFilter, now: Date): Scope[] {
  const { tier, actor, overdue, submittedFrom: from, submittedTo: to } = filter;
  const ranks = (tier ?? []).map((one) => RISK_RANK[one]);
  return [
    ...(ranks.length > 0 ? [{ condition: 'r.risk_rank IN (:...ranks)', parameters: { ranks } }] : []),
    ...(actor ? [{ condition: 'r.actor = :actor', parameters: { actor } }] : []),
    ...(overdue ? [{ condition: 'r.due_at <= :now', parameters: { now } }] : []),
    ...(from ? [{ condition: 'r.submitted_at >= :from', parameters: { from } }] : []),
    ...(to ? [{ condition: 'r.submitted_at < :to', parameters: { to } }] : []),
  ];
}
