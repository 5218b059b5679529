import { LessThanOrEqual } from 'typeorm';

import { after, MINUTE_MS, type Now } from '../../platform/clock.js';
import type { Database } from '../../platform/database/transact.js';
import { transition } from '../../platform/database/transition.js';
import type { Scan } from '../../platform/files/scan-files.js';
import { EvidenceFile, type EvidenceStatus } from './evidence-file.entity.js';
import type { EvidenceVault } from './evidence-vault.js';

interface Needs {
  readonly db: Database;
  readonly vault: EvidenceVault;
  readonly scan: Scan;
  readonly now: Now;
  readonly urlTtlMin: number;
  /** How long one upload may take. */
  readonly uploadMs: number;
}

const AT_ONCE = 50;
/** Files without an answer after which a run is over. */
const PATIENCE = 3;
/** For checks, scan and store after the last byte. */
const AFTERWARDS_MS = 10 * MINUTE_MS;

/** Tidies up after addresses nobody used, uploads whose process died, and a scanner that was away. */
export class EvidenceSweepJob {
  constructor(private readonly needs: Needs) {}

  /** True while there may be more. */
  async run(): Promise<boolean> {
    const { urlTtlMin, uploadMs, now } = this.needs;
    const unused = await this.#lose('AWAITED', after(now(), -urlTtlMin * MINUTE_MS));
    const orphaned = await this.#lose('ARRIVING', after(now(), -uploadMs - AFTERWARDS_MS));
    await this.#scanHeld();
    return unused === AT_ONCE || orphaned === AT_ONCE;
  }

  async #lose(status: EvidenceStatus, before: Date): Promise<number> {
    const { db, vault } = this.needs;
    const files = await this.#oldest(status, before);
    for (const { id } of files) {
      // An object without a row in use is nobody's: every object has its row's name.
      if (status === 'ARRIVING') await vault.erase(id);
      await db.transact((tx) => this.#settle(tx, id, status, { status: 'LOST' }));
    }
    return files.length;
  }

  async #scanHeld(): Promise<void> {
    const { db, vault, scan, now } = this.needs;
    let unanswered = 0;
    for (const { id } of await this.#oldest('HELD', now())) {
      const verdict = await vault.readWhole(id).then(scan, () => 'UNKNOWN' as const);
      if (verdict === 'UNKNOWN') {
        // To the back: one file that the scanner or the store never answers for must not hold up everybody's.
        await db.transact((tx) => this.#settle(tx, id, 'HELD', { status: 'HELD' }));
        unanswered += 1;
        if (unanswered === PATIENCE) return; // it is away, and would be for the others
        continue;
      }
      const to =
        verdict === 'CLEAN'
          ? ({ status: 'STORED' } as const)
          : ({ status: 'REFUSED', statusReason: 'INFECTED' } as const);
      const settled = await db.transact((tx) => this.#settle(tx, id, 'HELD', to));
      if (settled && verdict === 'INFECTED') await vault.erase(id);
    }
  }

  #oldest(status: EvidenceStatus, before: Date): Promise<EvidenceFile[]> {
    const where = { status, statusAt: LessThanOrEqual(before) };
    return this.needs.db.rows.find(EvidenceFile, { where, order: { statusAt: 'ASC' }, take: AT_ONCE });
  }

  #settle(
    tx: Parameters<typeof transition>[0],
    id: string,
    from: EvidenceStatus,
    to: Pick<EvidenceFile, 'status'> & Partial<EvidenceFile>,
  ): Promise<boolean> {
    return transition(tx, EvidenceFile, { id, status: from }, { ...to, statusAt: this.needs.now() });
  }
}
