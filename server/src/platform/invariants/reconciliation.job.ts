import type { Logger } from 'pino';
import { LessThan, MoreThanOrEqual } from 'typeorm';

import type { Audit } from '../audit/audit.js';
import type { Now } from '../clock.js';
import type { Database } from '../database/transact.js';
import { type Checked, checkInvariants } from './check-invariants.js';
import type { Invariant } from './invariant.js';
import { InvariantCheck } from './invariant-check.entity.js';

interface Needs {
  readonly db: Database;
  readonly audit: Audit;
  readonly now: Now;
  readonly log: Logger;
  /** The moment at or before `now` at which the check was due last (RECONCILE_AT). */
  readonly dueAt: (now: Date) => Date;
}

/** Once a night: reads the whole database and says what should never be. It repairs nothing by itself (security.md 6.2). */
export class ReconciliationJob {
  constructor(
    private readonly needs: Needs,
    private readonly invariants: readonly Invariant[],
  ) {}

  async run(): Promise<void> {
    const { db, now, dueAt } = this.needs;
    const begun = now();
    const done = { checkedAt: MoreThanOrEqual(dueAt(begun)) };
    // Counted, not looked for: a run that was cut short is begun again.
    if ((await db.rows.countBy(InvariantCheck, done)) >= this.invariants.length) return;
    const reading = { db, now: begun, thorough: false };
    for await (const checked of checkInvariants(this.invariants, reading)) await this.#note(checked, begun);
    // Of an invariant that this version no longer knows.
    await db.transact((tx) => tx.delete(InvariantCheck, { checkedAt: LessThan(begun) }));
  }

  async #note({ invariant: { name }, found, first }: Checked, checkedAt: Date): Promise<void> {
    const { db, audit, log } = this.needs;
    const event = 'INVARIANT_BROKEN' as const;
    if (found > 0)
      log.error({ event, reasonCode: name, count: found, findings: first }, 'an invariant is broken');
    await db.transact(async (tx) => {
      const { affected } = await tx.update(InvariantCheck, { name }, { found, checkedAt });
      if (affected === 0) await tx.insert(InvariantCheck, { name, found, checkedAt });
      if (found === 0) return;
      const what = { event, result: 'failed', reasonCode: name } as const;
      await audit.record(tx, { actorKind: 'SYSTEM', ...what, after: { found, first: first.join(' ') } });
    });
  }
}
