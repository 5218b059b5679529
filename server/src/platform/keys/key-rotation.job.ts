import type { Logger } from 'pino';

import type { Audit } from '../audit/audit.js';
import { after, DAY_MS, type Now } from '../clock.js';
import type { KeyRing } from '../crypto/key-ring.js';
import type { Database } from '../database/transact.js';
import { KeyRotation } from './key-rotation.entity.js';
import type { KeyedColumn, KeySetting } from './keyed-columns.js';
import { type Rewritten, rewrite } from './rewriting.js';

/** Things under a key that stand in no column: stored files. */
export type Elsewhere = (newest: number) => Promise<Rewritten>;

interface Needs {
  readonly db: Database;
  readonly audit: Audit;
  readonly now: Now;
  readonly log: Logger;
  readonly rings: Readonly<Record<KeySetting, KeyRing>>;
}

/** A process that still writes with the old key, while others were restarted already, is caught up with a day later. */
const AGAIN_MS = DAY_MS;

/** Once a setting has a newer key: writes everything under it that can be, while the service runs. */
export class KeyRotationJob {
  constructor(
    private readonly needs: Needs,
    private readonly columns: readonly KeyedColumn[],
    private readonly elsewhere: Readonly<Partial<Record<KeySetting, Elsewhere>>>,
  ) {}

  async run(): Promise<void> {
    for (const setting of ['DATA_KEYS', 'INDEX_KEYS'] as const)
      if (!(await this.#isDone(setting))) await this.#rotate(setting);
  }

  async #isDone(setting: KeySetting): Promise<boolean> {
    const { db, now, rings } = this.needs;
    const last = await db.rows.findOneBy(KeyRotation, { setting });
    return last?.keyId === rings[setting].newest.id && last.finishedAt > after(now(), -AGAIN_MS);
  }

  async #rotate(setting: KeySetting): Promise<void> {
    const { db, log, rings } = this.needs;
    const keyId = rings[setting].newest.id;
    let count = 0;
    const findings: string[] = [];
    for (const keyed of this.columns.filter((one) => one.setting === setting && one.anew)) {
      const { rewritten, left } = await rewrite(db, keyed, keyId);
      count += rewritten;
      findings.push(...left.map((id) => `${keyed.table}.${keyed.column} ${id}`));
    }
    const others = await this.elsewhere[setting]?.(keyId);
    count += others?.rewritten ?? 0;
    findings.push(...(others?.left ?? []));
    if (findings.length > 0)
      log.warn({ setting, keyId, count: findings.length, findings }, 'values keep an old key');
    await this.#note(setting, keyId, count, findings.length);
  }

  async #note(setting: KeySetting, keyId: number, rewritten: number, left: number): Promise<void> {
    const { db, audit, now } = this.needs;
    await db.transact(async (tx) => {
      const { affected } = await tx.update(KeyRotation, { setting }, { keyId, finishedAt: now() });
      if (affected === 0) await tx.insert(KeyRotation, { setting, keyId, finishedAt: now() });
      if (rewritten === 0) return;
      const what = { event: 'KEY_ROTATED', subjectKind: 'SETTING', subjectId: setting } as const;
      await audit.record(tx, { actorKind: 'SYSTEM', ...what, after: { keyId, rewritten, left } });
    });
  }
}
