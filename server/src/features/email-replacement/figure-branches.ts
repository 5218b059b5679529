import type { Scope } from '../../platform/database/scope.js';
import type { OfficesSeen } from './desk-scope.js';
import type { DecisionFilter, QueueFilter } from './replacement-queue.input.js';

/** What a desk has to do something about. */
export const OPEN_STATUSES = ['SUBMITTED', 'IN_REVIEW', 'AWAITING_SECOND_DECISION'] as const;
/** Whatever became of it since it was handed in. */
export const HANDED_IN_STATUSES = [
  ...[...OPEN_STATUSES, 'RETURNED', 'WAITING_PERIOD', 'APPLIED', 'REJECTED', 'CANCELLED'],
  ...['EXPIRED', 'UNDONE'],
] as const;

/** On `replacement_decisions d`: it ended the case at the desk, which the first of two approvals does not. */
export const ENDS_THE_CASE = `d.voided_at IS NULL AND d.verdict IN ('APPROVE', 'REJECT', 'REJECT_AS_FRAUD')
  AND NOT (d.verdict = 'APPROVE' AND d.status_before = 'IN_REVIEW' AND d.tier <> 'LOW')`;

interface Asked {
  readonly offices: OfficesSeen;
  readonly agentId: string;
  /** Colleagues are not to be compared with each other by this agent. */
  readonly onlyOwn?: boolean;
}

/** The cases behind a number of the dashboard; null where the view is one of the queue. On `replacement_requests r`. */
export function figureConditions(filter: QueueFilter, asked: Asked): Scope[] | null {
  const { view, openAt, decision } = filter;
  if (view === 'HANDED_IN') return [within(filter, asked), inStatuses(HANDED_IN_STATUSES)];
  if (view === 'DECIDED') return [within(filter, asked), decidedAs(decision ?? {}, asked)];
  if (view !== 'OPEN') return null;
  return [within(filter, asked), openAt ? openThen(openAt) : inStatuses(OPEN_STATUSES)];
}

function within({ officeId }: QueueFilter, { offices }: Asked): Scope {
  const named = officeId ? [officeId] : offices;
  if (named === 'ALL') return { condition: '1 = 1', parameters: {} };
  const seen = offices === 'ALL' ? named : named.filter((id) => offices.includes(id));
  return { condition: 'r.office_id IN (:...offices)', parameters: { offices: [...seen, ''] } };
}

const inStatuses = (statuses: readonly string[]): Scope => ({
  condition: 'r.status IN (:...statuses)',
  parameters: { statuses },
});

/** The backlog of an earlier moment: handed in before it, and decided after it or not at all. */
const openThen = (at: Date): Scope => ({
  condition: `r.submitted_at < :at AND (r.status IN (:...statuses) OR r.id IN (SELECT d.request_id
    FROM replacement_decisions d WHERE d.at >= :at AND ${ENDS_THE_CASE}))`,
  parameters: { at, statuses: OPEN_STATUSES },
});

function decidedAs({ from, to, agentId, outcome }: DecisionFilter, { agentId: own, onlyOwn }: Asked): Scope {
  if (agentId && onlyOwn && agentId !== own) return { condition: '1 = 0', parameters: {} };
  const conditions = [
    ...(from ? ['d.at >= :from'] : []),
    ...(to ? ['d.at < :to'] : []),
    ...(agentId ? ['d.agent_id = :by'] : []),
    outcomeIs(outcome),
  ];
  return {
    condition: `r.id IN (SELECT d.request_id FROM replacement_decisions d WHERE ${conditions.join(' AND ')})`,
    parameters: { from, to, by: agentId, outcome },
  };
}

function outcomeIs(outcome?: string | null): string {
  if (!outcome) return "(d.void_reason IS NULL OR d.void_reason <> 'TAKEN_BACK')";
  if (outcome === 'ENDED') return ENDS_THE_CASE;
  if (outcome === 'RETURNED_BY_SECOND') return "d.void_reason = 'RETURNED_BY_SECOND'";
  return 'd.voided_at IS NULL AND COALESCE(d.reason_code, d.verdict) = :outcome';
}
