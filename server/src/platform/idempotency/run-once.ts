import { createHash } from 'node:crypto';

import { type EntityManager, IsNull, LessThan, LessThanOrEqual } from 'typeorm';

import { after, type Now, SECOND_MS } from '../clock.js';
import type { SecretHash } from '../crypto/secret-hash.js';
import { forUpdate } from '../database/dialect.js';
import { type Database, Undo } from '../database/transact.js';
import { transition } from '../database/transition.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { newId } from '../ids.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { KeyRefused } from './key-refused.js';

export interface Command {
  readonly actorId: string;
  /** As the client made it; without one the command simply runs. */
  readonly key: string | null | undefined;
  readonly operation: string;
  /** What a repetition must equal. */
  readonly input: object;
}

export interface Steps<Answer, Kept> {
  /** The whole unit of work. May run again, as in any `transact`. */
  readonly work: (tx: EntityManager) => Promise<Answer>;
  /** What to remember of an answer: ids, never personal data. Undefined: a refusal, the key stays free for another try. */
  readonly keep: (answer: Answer) => Kept | undefined;
  /** The first answer again. */
  readonly recall: (kept: Kept) => Promise<Answer> | Answer;
}

interface Run {
  readonly id: string;
  readonly run: string;
}

/** Longer than a request may take. A run that dies frees its key after this. */
const RUN_MS = 30 * SECOND_MS;
const PURPOSE = 'IDEMPOTENT_INPUT';

/** One result per key: whoever lost an answer sends the same command again and gets it (R91). */
export class RunOnce {
  constructor(
    private readonly db: Database,
    private readonly hash: SecretHash,
    private readonly now: Now,
  ) {}

  async run<Answer, Kept>(
    command: Command,
    steps: Steps<Answer, Kept>,
  ): Promise<Awaited<Answer> | KeyRefused> {
    if (!command.key) return (await this.db.transact(steps.work)) as Awaited<Answer>;
    const claimed = await this.#claim(command, command.key);
    if (claimed instanceof KeyRefused) return claimed;
    if ('kept' in claimed) return (await steps.recall(JSON.parse(claimed.kept))) as Awaited<Answer>;
    let done = false;
    try {
      const answer = await this.db.transact(async (tx) => {
        const before = await this.#assertMine(tx, claimed);
        if (before !== null) return steps.recall(JSON.parse(before)); // its COMMIT had got through
        const fresh = await steps.work(tx);
        done = await this.#remember(tx, claimed, steps.keep(fresh));
        return fresh;
      });
      return answer as Awaited<Answer> | KeyRefused;
    } catch (error) {
      done = false;
      throw error;
    } finally {
      if (!done) await this.#release(claimed);
    }
  }

  /** Deletes what was made before `before`. */
  async forget(tx: EntityManager, before: Date): Promise<void> {
    await tx.delete(IdempotencyKey, { createdAt: LessThan(before) });
  }

  /** Committed before the work begins, so that a second sender sees it running instead of waiting for its locks. */
  async #claim(
    { actorId, operation, input }: Command,
    key: string,
  ): Promise<Run | { kept: string } | KeyRefused> {
    const now = this.now();
    const mine = { id: newId(now), run: newId(now) };
    const keyDigest = createHash('sha256').update(key).digest('hex');
    const asked = canonical({ operation, input });
    const runningUntil = after(now, RUN_MS);
    try {
      const row = { ...mine, actorId, keyDigest, inputHash: this.hash.of(PURPOSE, asked) };
      await this.db.transactApart((tx) =>
        tx.insert(IdempotencyKey, { ...row, runningUntil, createdAt: now }),
      );
      return mine;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const found = await this.db.rows.findOneBy(IdempotencyKey, { actorId, keyDigest });
    if (!found) return new KeyRefused('IN_PROGRESS'); // given free this moment
    if (!this.hash.matches(PURPOSE, asked, found.inputHash)) return new KeyRefused('OTHER_INPUT');
    if (found.kept !== null) return { kept: found.kept };
    if (found.run === mine.run) return mine; // the insert had got through, its answer was lost
    return this.#takeOver(found, mine.run, runningUntil);
  }

  /** From a run that died; a run that only seems dead finds out in `#assertMine`. */
  async #takeOver({ id, run }: Run, mine: string, runningUntil: Date): Promise<Run | KeyRefused> {
    const dead = { id, run, kept: IsNull(), runningUntil: LessThanOrEqual(this.now()) };
    const taken = await this.db.transactApart((tx) =>
      transition(tx, IdempotencyKey, dead, { run: mine, runningUntil }),
    );
    return taken ? { id, run: mine } : new KeyRefused('IN_PROGRESS');
  }

  /** Holds the key's row until the unit ends, so that whoever takes over waits and then sees what was kept. */
  async #assertMine(tx: EntityManager, { id, run }: Run): Promise<string | null> {
    const row = await tx.findOne(IdempotencyKey, { where: { id }, lock: forUpdate(tx) });
    if (row?.run !== run) throw new Undo(new KeyRefused('IN_PROGRESS'));
    return row.kept;
  }

  async #remember(tx: EntityManager, { id, run }: Run, kept: unknown): Promise<boolean> {
    if (kept === undefined) return false;
    return transition(tx, IdempotencyKey, { id, run, kept: IsNull() }, { kept: JSON.stringify(kept) });
  }

  /** Of a run that kept nothing. Where even this fails, `runningUntil` frees the key. */
  async #release({ id, run }: Run): Promise<void> {
    const idle = { id, run, kept: IsNull() };
    await this.db.transactApart((tx) => tx.delete(IdempotencyKey, idle)).catch(() => undefined);
  }
}

/** Equal for equal input, in whatever order its fields came. */
function canonical(value: object): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
