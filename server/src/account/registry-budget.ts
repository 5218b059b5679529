import type { AttemptBudgets } from '../platform/budget/attempt-budgets.js';
import type { Budget } from '../platform/budget/budget.js';

/** Registry checks cost money and could be used to ask about strangers: counted per identity and per contact (R93). */
export class RegistryBudget {
  constructor(
    private readonly budgets: AttemptBudgets,
    private readonly limits: readonly Budget[],
  ) {}

  /** Null, or when to come back. */
  take(identity: string, contactKey: string): Promise<Date | null> {
    return this.budgets.take(
      { name: 'REGISTRY_NIK', subject: identity, budgets: this.limits },
      { name: 'REGISTRY_CONTACT', subject: contactKey, budgets: this.limits },
    );
  }
}
