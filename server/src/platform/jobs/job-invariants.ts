import { after, DAY_MS } from '../clock.js';
import { type Invariant, rowsOf } from '../invariants/invariant.js';

export const jobInvariants: readonly Invariant[] = [
  {
    name: 'lease-ends-within-a-day',
    holds: 'No lease runs far into the future; a clock that was wrong would keep everybody from its job.',
    breaches: rowsOf({
      table: 'leases',
      key: 'name',
      against: 'it.until > :tomorrow',
      values: (now) => ({ tomorrow: after(now, DAY_MS) }),
    }),
  },
];
