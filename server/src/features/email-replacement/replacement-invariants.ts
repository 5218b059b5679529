import { after, DAY_MS } from '../../platform/clock.js';
import { type Invariant, rowsOf } from '../../platform/invariants/invariant.js';

const ENDED = "('APPLIED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'UNDONE')";
const AT_THE_DESK = "('SUBMITTED', 'IN_REVIEW', 'AWAITING_SECOND_DECISION', 'WAITING_PERIOD')";
const DECIDED = "('CASE_PROPOSED', 'CASE_APPROVED', 'CASE_REJECTED', 'CASE_RETURNED', 'CASE_ESCALATED')";
const STANDING = 'd.request_id = it.id AND d.voided_at IS NULL';

interface Limits {
  /** RETAIN_TRACE_D, CLAIM_PER_AGENT */
  readonly traceD: number;
  readonly perAgent: number;
}

/** What holds of cases, of the decisions about them and of who works on them. */
export const replacementInvariants = (limits: Limits): Invariant[] => [
  ...ofCases,
  ...ofDecisions,
  ...ofEffects(limits.traceD),
  ...ofClaims(limits.perAgent),
];

const ofCases: readonly Invariant[] = [
  {
    name: 'case-ends-once',
    holds: 'A case has an end, and no account to itself any longer, exactly in the states that end it.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: `(it.status IN ${ENDED}) <> (it.ended_at IS NOT NULL) OR (it.open_key IS NOT NULL AND it.status IN ${ENDED})`,
    }),
  },
  {
    name: 'account-has-one-open-case',
    holds: 'Of several cases about one account one has it, and of none handed in the account is left lying.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: `(it.open_key IS NOT NULL AND it.open_key <> it.account_id) OR
        (it.status IN ${AT_THE_DESK} AND it.account_id IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM replacement_requests o WHERE o.open_key = it.account_id))`,
    }),
  },
];

const ofDecisions: readonly Invariant[] = [
  {
    name: 'decision-has-one-entry',
    holds: 'Every decision has one event in the trail, and every such event its decision (R05).',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: `(SELECT COUNT(*) FROM replacement_decisions d WHERE d.request_id = it.id) <>
        (SELECT COUNT(*) FROM audit_events e WHERE e.case_id = it.id AND e.actor_kind = 'AGENT' AND e.result = 'ok'
          AND e.event IN ${DECIDED})`,
    }),
  },
  {
    name: 'rejected-case-has-one-decision',
    holds: 'A case is rejected by one decision that stands, and no other case has one.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: `(CASE WHEN it.status = 'REJECTED' THEN 1 ELSE 0 END) <> (SELECT COUNT(*) FROM replacement_decisions d
        WHERE ${STANDING} AND d.verdict IN ('REJECT', 'REJECT_AS_FRAUD'))`,
    }),
  },
  {
    name: 'approved-case-was-approved',
    holds: 'A case waits or is applied by an approval that one person may give, or by those of two people.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: `it.status IN ('WAITING_PERIOD', 'APPLIED', 'UNDONE')
        AND NOT EXISTS (SELECT 1 FROM replacement_decisions d WHERE ${STANDING} AND d.verdict = 'APPROVE' AND d.tier = 'LOW')
        AND 2 > (SELECT COUNT(DISTINCT d.agent_id) FROM replacement_decisions d WHERE ${STANDING} AND d.verdict = 'APPROVE')`,
    }),
  },
  {
    name: 'second-decision-is-another-persons',
    holds: 'No two approvals of one case that stand are of one person or one session (R54).',
    breaches: rowsOf({
      table: 'replacement_decisions',
      against: `it.voided_at IS NULL AND it.verdict = 'APPROVE' AND EXISTS (SELECT 1 FROM replacement_decisions d
        WHERE d.request_id = it.request_id AND d.voided_at IS NULL AND d.verdict = 'APPROVE' AND d.id <> it.id
          AND (d.agent_id = it.agent_id OR d.session_id = it.session_id))`,
    }),
  },
];

const ofEffects = (traceD: number): Invariant[] => [
  {
    name: 'approved-case-has-its-time',
    holds: 'A case in its waiting period says when it takes effect.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: "it.status = 'WAITING_PERIOD' AND (it.effective_at IS NULL OR it.approved_at IS NULL)",
    }),
  },
  {
    name: 'applied-case-has-its-entry',
    holds: 'A case was applied once, and says when.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: `(CASE WHEN it.applied_at IS NULL THEN 0 ELSE 1 END) <>
        (SELECT COUNT(*) FROM audit_events e WHERE e.case_id = it.id AND e.event = 'CASE_APPLIED')
        OR (it.status IN ('APPLIED', 'UNDONE')) <> (it.applied_at IS NOT NULL)`,
    }),
  },
  {
    name: 'applied-case-has-its-notices',
    holds: 'Whoever had the account was told that its email was replaced.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: `it.applied_at > :kept AND NOT EXISTS (SELECT 1 FROM outbox_messages m
        WHERE m.account_id = it.account_id AND m.kind = 'REPLACEMENT_APPLIED' AND m.created_at >= it.applied_at)`,
      values: (now) => ({ kept: after(now, -(traceD - 1) * DAY_MS) }),
    }),
  },
];

const ofClaims = (perAgent: number): Invariant[] => [
  {
    name: 'claim-has-a-holder-and-an-end',
    holds: 'A claim names its holder and its end, or neither.',
    breaches: rowsOf({
      table: 'replacement_requests',
      against: '(it.claimed_by IS NULL) <> (it.claim_until IS NULL)',
    }),
  },
  {
    name: 'agent-holds-few-cases',
    holds: 'No agent holds more than CLAIM_PER_AGENT cases.',
    breaches: rowsOf({
      table: 'agents',
      against: `:most < (SELECT COUNT(*) FROM replacement_requests r
        WHERE r.claimed_by = it.id AND r.claim_until > :now)`,
      values: () => ({ most: perAgent }),
    }),
  },
];
