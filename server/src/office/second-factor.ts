import { type EntityManager, IsNull, LessThan } from 'typeorm';

import type { AttemptBudgets, Counted } from '../platform/budget/attempt-budgets.js';
import type { Budget } from '../platform/budget/budget.js';
import type { Now } from '../platform/clock.js';
import type { Seal } from '../platform/crypto/seal.js';
import { transition } from '../platform/database/transition.js';
import { Agent } from './agent.entity.js';
import { stepOf } from './totp.js';

export interface SecondFactorLimits {
  readonly window: number;
  readonly tries: readonly Budget[];
}

export type CodeLookedAt =
  | { readonly outcome: 'RIGHT'; readonly step: number; readonly counted: Counted }
  | { readonly outcome: 'WRONG' }
  | { readonly outcome: 'TOO_OFTEN'; readonly retryAt: Date };

interface Needs {
  readonly budgets: AttemptBudgets;
  readonly seal: Seal;
  readonly now: Now;
}

/** TOTP (RFC 6238): tries counted before the code is looked at, each time step good for one use (R24). */
export class SecondFactor {
  constructor(
    private readonly needs: Needs,
    private readonly limits: SecondFactorLimits,
  ) {}

  /** Without `seed` the enrolled one is asked. A right code was no failure: `use` gives its try back. */
  async lookAt(agent: Agent, code: string, seed = this.#seedOf(agent)): Promise<CodeLookedAt> {
    const counted = { name: 'TOTP_TRIES', subject: agent.id, budgets: this.limits.tries };
    const retryAt = await this.needs.budgets.take(counted);
    if (retryAt) return { outcome: 'TOO_OFTEN', retryAt };
    const step = seed && stepOf(seed, code, this.needs.now(), this.limits.window);
    return step ? { outcome: 'RIGHT', step, counted } : { outcome: 'WRONG' };
  }

  /** False: this time step was used already; of several at once one wins. `enrol` takes a new seed with it. */
  async use(
    tx: EntityManager,
    { id, version }: Agent,
    { step, counted }: Extract<CodeLookedAt, { outcome: 'RIGHT' }>,
    enrol?: string,
  ): Promise<boolean> {
    const seed = enrol ? { totpSealed: this.needs.seal.close(enrol, `agent:totp:${id}`) } : {};
    // A sign-in that began before somebody enrolled must not put its own seed over theirs.
    const free = enrol ? { totpSealed: IsNull() } : {};
    const unused = { id, version, totpStep: LessThan(step), ...free };
    if (!(await transition(tx, Agent, unused, { totpStep: step, ...seed }))) return false;
    await this.needs.budgets.giveBack(tx, counted);
    return true;
  }

  #seedOf({ id, totpSealed }: Agent): string | null {
    return totpSealed ? this.needs.seal.open(totpSealed, `agent:totp:${id}`) : null;
  }
}
