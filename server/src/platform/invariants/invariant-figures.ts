import { type Now, SECOND_MS } from '../clock.js';
import type { Database } from '../database/transact.js';
import type { Figure } from '../metrics/metrics.js';
import { InvariantCheck } from './invariant-check.entity.js';

/** What the last nightly check found, and how long ago that was. */
export function invariantFigures(db: Database, now: Now): Figure[] {
  return [
    {
      name: 'invariant_breaches',
      help: 'Rows that the last nightly check found against an invariant.',
      labels: ['invariant'],
      read: async () => {
        const checks = await db.rows.find(InvariantCheck);
        return checks.map(({ name: invariant, found: value }) => ({ labels: { invariant }, value }));
      },
    },
    {
      name: 'invariants_checked_seconds',
      help: 'Age of the last nightly check.',
      read: async () => {
        const [last] = await db.rows.find(InvariantCheck, { order: { checkedAt: 'ASC' }, take: 1 });
        return last ? [{ value: (now().getTime() - last.checkedAt.getTime()) / SECOND_MS }] : [];
      },
    },
  ];
}
