import type { House } from './compose.js';
import { after, SECOND_MS } from './platform/clock.js';
import { databaseFigures } from './platform/database/database-figures.js';
import { invariantFigures } from './platform/invariants/invariant-figures.js';
import type { Figure } from './platform/metrics/metrics.js';
import { outboxFigures } from './platform/outbox/outbox-figures.js';

/** What `/metrics` reads besides the counts of operations: queues, pools, messages. */
export function figures({ db, now, passwords, budgets, config }: House): Figure[] {
  const unheardOf = () => after(now(), -config.RECEIPT_WAIT_S * SECOND_MS);
  return [
    ...databaseFigures(db),
    ...outboxFigures(db, now, unheardOf),
    ...invariantFigures(db, now),
    {
      name: 'password_hashes_waiting',
      help: 'Callers that wait for a password hash; at HASH_QUEUE the next one is turned away.',
      read: () => [{ value: passwords.waiting }],
    },
    {
      name: 'budgets_hit_total',
      help: 'Attempts, sends and look-ups refused since the process began, by the budget that was used up.',
      labels: ['budget'],
      read: () => [...budgets.hits].map(([budget, value]) => ({ labels: { budget }, value })),
    },
  ];
}
