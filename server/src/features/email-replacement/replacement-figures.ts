import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';

import type { Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import type { Figure } from '../../platform/metrics/metrics.js';
import { ReplacementRequest } from './replacement-request.entity.js';
import { ReplacementStatus } from './replacement-status.js';
import { SpotCheck } from './spot-check.entity.js';

const { SUBMITTED, IN_REVIEW, RETURNED, AWAITING_SECOND_DECISION, WAITING_PERIOD } = ReplacementStatus;
/** States in which somebody at a desk has to do something; their number follows the work, not the age of the table. */
const OF_THE_DESK = [SUBMITTED, IN_REVIEW, AWAITING_SECOND_DECISION];
const OPEN = [...OF_THE_DESK, RETURNED, WAITING_PERIOD];

/** How many cases there are to do, and how many are late. */
export function replacementFigures(db: Database, now: Now): Figure[] {
  return [
    {
      name: 'cases',
      help: 'Email replacements handed in and not ended, by state.',
      labels: ['status'],
      read: async () => {
        const rows = await db.rows
          .createQueryBuilder(ReplacementRequest, 'request')
          .select('request.status', 'status')
          .addSelect('COUNT(*)', 'n')
          .where({ status: In(OPEN) })
          .groupBy('request.status')
          .getRawMany<{ status: string; n: string | number }>();
        return rows.map(({ status, n }) => ({ labels: { status }, value: Number(n) }));
      },
    },
    {
      name: 'cases_beyond_target',
      help: 'Those of them that a desk should have decided by now.',
      read: async () => [
        {
          value: await db.rows.countBy(ReplacementRequest, {
            status: In(OF_THE_DESK),
            dueAt: LessThan(now()),
          }),
        },
      ],
    },
    {
      name: 'spot_checks',
      help: 'Decided LOW cases that wait for a second look, and differences no supervisor has seen to.',
      labels: ['status'],
      read: async () => [
        {
          labels: { status: 'waiting' },
          value: await db.rows.countBy(SpotCheck, { waitingSince: Not(IsNull()) }),
        },
        {
          labels: { status: 'unsettled' },
          value: await db.rows.countBy(SpotCheck, { outcome: 'DISAGREES', settledAt: IsNull() }),
        },
      ],
    },
    {
      name: 'cases_claimed',
      help: 'Those of them that somebody works on at this moment.',
      read: async () => [
        {
          value: await db.rows.countBy(ReplacementRequest, {
            status: In(OF_THE_DESK),
            claimedBy: Not(IsNull()), // the index of claims, where they are few; by state alone all open cases are read
            claimUntil: MoreThan(now()),
          }),
        },
      ],
    },
  ];
}
