import { IsNull, LessThanOrEqual } from 'typeorm';

import { after, type Now } from '../clock.js';
import type { Database } from '../database/transact.js';
import { Lease } from './lease.entity.js';

/** Lets one holder at a time do a thing, over all processes. The holder renews in time or loses it. */
export class Leases {
  constructor(
    private readonly db: Database,
    private readonly now: Now,
  ) {}

  /** True for one holder until `ms` from now; the same holder may renew at any time. */
  take(name: string, holder: string, ms: number): Promise<boolean> {
    return this.db.transact(async (tx) => {
      const now = this.now();
      const mine = { holder, until: after(now, ms) };
      await tx
        .createQueryBuilder()
        .insert()
        .into(Lease)
        .values({ name, holder: null, until: now })
        .orIgnore()
        .execute();
      const free = [
        { name, holder },
        { name, holder: IsNull() },
        { name, until: LessThanOrEqual(now) },
      ];
      for (const condition of free) {
        const { affected } = await tx.update(Lease, condition, mine);
        if (affected === 1) return true;
      }
      return false;
    });
  }

  async letGo(name: string, holder: string): Promise<void> {
    await this.db.transact((tx) => tx.update(Lease, { name, holder }, { holder: null }));
  }

  /** Whether `name` was renewed by anybody and has not run out. */
  async isHeld(name: string): Promise<boolean> {
    const lease = await this.db.rows.findOneBy(Lease, { name });
    return lease !== null && lease.until > this.now();
  }
}
