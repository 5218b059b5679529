import type { SignedInAgent } from '../../office/agent-sessions.js';
import { byAgent } from '../../office/trail.js';
import type { Audit } from '../../platform/audit/audit.js';
import type { AttemptBudgets } from '../../platform/budget/attempt-budgets.js';
import type { Budget } from '../../platform/budget/budget.js';
import type { Database } from '../../platform/database/transact.js';
import type { Context } from '../../platform/graphql/context.js';

interface Needs {
  readonly db: Database;
  readonly budgets: AttemptBudgets;
  readonly audit: Audit;
}

/** From here on somebody should look why one agent has to see so much. */
const ALARM_AT = 20;

/** How often one agent may see data in full (REVEAL_CAP): counted before anything is opened, over all processes. */
export class RevealCap {
  constructor(
    private readonly needs: Needs,
    private readonly perAgent: Budget,
  ) {}

  /** Null: one was taken; a time: when the next is possible. Refusals and the alarm are on record. */
  async take(agent: SignedInAgent, from: Context): Promise<Date | null> {
    const { db, budgets } = this.needs;
    const counted = { name: 'REVEAL', subject: agent.agent.id, budgets: [this.perAgent] };
    const retryAt = await budgets.take(counted);
    if (retryAt) await this.#record('LIMIT_EXCEEDED', agent, from);
    else if ((await budgets.used(db.rows, counted)) >= ALARM_AT) await this.#alarm(agent, from);
    return retryAt;
  }

  /** Once in a window, whichever of several at once gets here first. */
  async #alarm(agent: SignedInAgent, from: Context): Promise<void> {
    const once = { count: 1, windowMs: this.perAgent.windowMs };
    const counted = { name: 'REVEAL_ALARM', subject: agent.agent.id, budgets: [once] };
    if ((await this.needs.budgets.take(counted)) === null) await this.#record('REVEAL_ALARM', agent, from);
  }

  async #record(
    event: 'LIMIT_EXCEEDED' | 'REVEAL_ALARM',
    agent: SignedInAgent,
    from: Context,
  ): Promise<void> {
    const { db, audit } = this.needs;
    const refused = event === 'LIMIT_EXCEEDED' ? ({ result: 'refused' } as const) : {};
    const entry = { ...byAgent(agent, from), event, ...refused, reasonCode: 'REVEAL_CAP' };
    await audit.recordAlone(db, entry);
  }
}
