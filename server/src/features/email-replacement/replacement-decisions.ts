import { type EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';

import type { SignedInAgent } from '../../office/agent-sessions.js';
import type { CaseState } from './case-state.js';
import type { VoidReason } from './decision-steps.js';
import { ReplacementDecision } from './replacement-decision.entity.js';
import type { DecideReplacementInput } from './replacement-decision.input.js';

export interface Recorded {
  readonly id: string;
  readonly at: Date;
  readonly undoUntil: Date;
  readonly contestedUntilBefore: Date | null;
}

/** What was decided, kept for good; taken back and overruled ones are marked, never removed. */
export async function insertDecision(
  tx: EntityManager,
  input: DecideReplacementInput,
  { state, caller }: { readonly state: CaseState; readonly caller: SignedInAgent },
  made: Recorded,
): Promise<void> {
  const [{ request }, { session }] = [state, caller];
  const { verdict, reasonCode, note, messageToApplicant, checklist } = input;
  const said = {
    reasonCode: reasonCode ?? null,
    note: note || null,
    messageToApplicant: messageToApplicant || null,
  };
  await tx.insert(ReplacementDecision, {
    ...made,
    ...said,
    requestId: request.id,
    agentId: session.agentId,
    sessionId: session.id,
    officeId: request.officeId ?? session.officeId,
    verdict,
    checklist: checklist.join(','),
    tier: request.tier,
    requestVersion: request.version,
    accountVersion: request.accountVersion,
    statusBefore: request.status,
    claimUntilBefore: request.claimUntil,
  });
}

/** All that still count; `at` of the voiding tells later which ones a taken-back decision had ended. */
export async function voidDecisions(
  tx: EntityManager,
  requestId: string,
  voidReason: VoidReason | 'ACCOUNT_CHANGED' | 'ADDRESS_TAKEN' | 'NEW_MATERIAL',
  voidedAt: Date,
): Promise<void> {
  await tx.update(ReplacementDecision, { requestId, voidedAt: IsNull() }, { voidedAt, voidReason });
}

/** All of these cases, oldest first, those that no longer count included. */
export const decisionsOf = (
  rows: EntityManager,
  requestIds: readonly string[],
): Promise<ReplacementDecision[]> =>
  rows.find(ReplacementDecision, {
    where: { requestId: In([...requestIds]) },
    order: { at: 'ASC', id: 'ASC' },
  });

/** The newest that still counts, made on this version or a later one. */
export function latestDecision(
  rows: EntityManager,
  requestId: string,
  version = 0,
): Promise<ReplacementDecision | null> {
  return rows.findOne(ReplacementDecision, {
    where: { requestId, voidedAt: IsNull(), requestVersion: MoreThanOrEqual(version) },
    order: { at: 'DESC', id: 'DESC' },
  });
}
