import { type Invariant, rowsOf } from '../invariants/invariant.js';

export const budgetInvariants: readonly Invariant[] = [
  {
    name: 'budget-is-never-given-back-twice',
    holds: 'No counter of attempts stands below zero.',
    breaches: rowsOf({ table: 'attempt_budgets', key: 'budget_key', against: 'it.used < 0' }),
  },
];
