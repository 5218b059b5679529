import type { EntityManager } from 'typeorm';

import { AccountCaution } from '../../account/account-caution.entity.js';
import type { AccountCautions } from '../../account/account-cautions.js';
import { after, DAY_MS } from '../../platform/clock.js';
import type { BlindIndex } from '../../platform/crypto/blind-index.js';
import type { CaseState } from './case-state.js';
import type { DecisionLetters, Told } from './decision-letters.js';
import type { Step } from './decision-steps.js';
import { ReplacementStatus } from './replacement-status.js';
import { WATCHED } from './risk-assessment.js';
import { WatchedAddress } from './watched-address.entity.js';

interface Needs {
  readonly letters: DecisionLetters;
  readonly cautions: AccountCautions;
  readonly index: BlindIndex;
  /** CONTEST_FLAG_D */
  readonly contestD: number;
}

/** What else happens with a decision, in its own unit of work: letters that wait, marks that an undo takes off again. */
export class DecisionEffects {
  constructor(private readonly needs: Needs) {}

  async tell(tx: EntityManager, { to, set }: Step, told: Told): Promise<void> {
    const { letters } = this.needs;
    const { WAITING_PERIOD, REJECTED, RETURNED } = ReplacementStatus;
    if (to === WAITING_PERIOD) await letters.approved(tx, told, set.effectiveAt as Date);
    if (to === REJECTED) await letters.rejected(tx, told);
    if (to === RETURNED) await letters.returned(tx, told, set.expiresAt as Date);
  }

  /** Until when the account was contested before; kept with the decision, for its undo. */
  async contestedBefore(tx: EntityManager, { request }: CaseState): Promise<Date | null> {
    const accountId = request.accountId ?? '';
    return (await tx.findOneBy(AccountCaution, { accountId }))?.contestedUntil ?? null;
  }

  /** A fraud was seen: its address is watched and the account handled with care for a while. */
  async markFraud(tx: EntityManager, { request }: CaseState, at: Date): Promise<void> {
    const until = after(at, this.needs.contestD * DAY_MS);
    const addressIndex = this.needs.index.of(WATCHED, request.newEmailKey);
    const watched = { addressIndex, requestId: request.id, watchedSince: at, watchedUntil: until };
    const known = await tx.update(WatchedAddress, { addressIndex }, { watchedUntil: until });
    if (known.affected === 0) await tx.insert(WatchedAddress, watched);
    if (request.accountId) await this.needs.cautions.contest(tx, request.accountId, until);
  }

  /** …and the agent took it back. */
  async unmarkFraud(
    tx: EntityManager,
    request: { readonly id: string; readonly accountId: string | null },
    { at, contestedUntilBefore }: { at: Date; contestedUntilBefore: Date | null },
  ): Promise<void> {
    await tx.delete(WatchedAddress, { requestId: request.id, watchedSince: at });
    if (!request.accountId) return;
    const mine = { accountId: request.accountId, contestedUntil: after(at, this.needs.contestD * DAY_MS) };
    await tx.update(AccountCaution, mine, { contestedUntil: contestedUntilBefore });
  }
}
