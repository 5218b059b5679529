import { AccountStatus } from '../../account/account-status.js';
import type { CaseState } from './case-state.js';
import { handItems } from './checklist.js';
import { isSecond, mayNotDecide } from './claim-rules.js';
import { reasonFor } from './decision-reasons.js';
import type { Refusal } from './desk-refusals.js';
import { Verdict } from './verdict.js';

export interface Intended {
  readonly verdict: Verdict;
  readonly checklist: readonly string[];
  readonly reasonCode?: string | null;
  readonly note?: string | null;
}

const LEAST_NOTE = 10;

/** What stands against a verdict (security.md 5.1): the page shows it beside the button, the decision asks again. */
export function standsAgainst({ verdict, checklist }: Intended, state: CaseState): Refusal[] {
  const { request, caller, holder, conflict } = state;
  const person = mayNotDecide(caller, request);
  if (person) return [person];
  if (conflict) return ['CONFLICT'];
  if (holder && holder !== caller.agent.id) return ['CLAIMED_BY_OTHER'];
  if (!holder) return [request.claimedBy === caller.agent.id ? 'CLAIM_LOST' : 'CLAIM_NEEDED'];
  return verdict === Verdict.APPROVE ? againstApproval(state, checklist) : [];
}

/** What the form still lacks; apart from the above because a page cannot know it before it is sent. */
export function lacking(
  { verdict, reasonCode, note }: Intended,
  { request }: Pick<CaseState, 'request'>,
): Refusal[] {
  const { REJECT, REJECT_AS_FRAUD, RETURN, ESCALATE } = Verdict;
  const toFirst = verdict === RETURN && isSecond(request);
  const needsReason = verdict === REJECT || (verdict === RETURN && !toFirst);
  const needsNote = verdict === REJECT_AS_FRAUD || verdict === ESCALATE || toFirst;
  const short = [...(note ?? '').trim()].length < LEAST_NOTE;
  return [
    ...(needsReason && !reasonFor(verdict, reasonCode) ? (['REASON_NEEDED'] as const) : []),
    ...(needsNote && short ? (['NOTE_NEEDED'] as const) : []),
  ];
}

function againstApproval(state: CaseState, checklist: readonly string[]): Refusal[] {
  const { request, files, seen, assessment } = state;
  const { account } = assessment.record;
  const against: Partial<Record<Refusal, boolean>> = {
    NO_ACCOUNT: account === null,
    ACCOUNT_NOT_ACTIVE: account !== null && account.status !== AccountStatus.ACTIVE,
    OTHER_CASE: account !== null && request.openKey !== account.id,
    ADDRESS_TAKEN: assessment.signals.includes('ADDRESS_TAKEN'),
    EVIDENCE_MISSING: state.lacking,
    EVIDENCE_HELD: files.some(({ status }) => status === 'HELD'),
    EVIDENCE_UNSEEN: files.some(({ id }) => !seen.has(id)),
    CHECKLIST: handItems(request).some((item) => !checklist.includes(item)),
  };
  return (Object.keys(against) as Refusal[]).filter((refusal) => against[refusal]);
}
