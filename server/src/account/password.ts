import { randomBytes } from 'node:crypto';

import { hash, hashSync, type Options, parseOptions, verify } from '@node-rs/argon2';

import { Overloaded } from '../platform/graphql/overloaded.js';

export interface HashCost {
  /** KiB of memory per hash. */
  readonly m: number;
  /** Passes over it. */
  readonly t: number;
  /** Lanes. */
  readonly p: number;
}

export interface HashLimits {
  /** Hashes at the same time. Beyond libuv's thread pool (4 unless set) it buys nothing. */
  readonly concurrency: number;
  /** Callers that may wait behind them. */
  readonly queue: number;
}

/** argon2id, off the main thread, a bounded number at a time. A password is hashed exactly as given (R27, R31). */
export class Passwords {
  readonly #options: Options;
  /** Nobody knows its password: an unknown account costs what a known one costs. */
  readonly #nobody: string;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(
    private readonly cost: HashCost,
    private readonly limits: HashLimits,
  ) {
    this.#options = { memoryCost: cost.m, timeCost: cost.t, parallelism: cost.p };
    this.#nobody = hashSync(randomBytes(32), this.#options);
  }

  /** Callers behind the hashes under way. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** A PHC string. Throws `Overloaded` before any hashing when the queue is full; never call it inside `transact`. */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, this.#options));
  }

  /** `null` stands for "no such account" or "no password": false after the same work. Throws `Overloaded` as `hash` does. */
  async verify(phc: string | null, password: string): Promise<boolean> {
    const right = await this.#inTurn(() => verify(phc ?? this.#nobody, password));
    return right && phc !== null;
  }

  /** A hash whose password nobody knows, for an account that may only be recovered. Made at start, so no load can refuse it. */
  get nobodys(): string {
    return this.#nobody;
  }

  /** The setting has risen since this hash was made. Lower settings do not weaken old hashes. */
  needsRehash(phc: string): boolean {
    if (!phc.startsWith('$argon2id$')) return true;
    const { memoryCost, timeCost, parallelism } = parseOptions(phc);
    return memoryCost < this.cost.m || timeCost < this.cost.t || parallelism < this.cost.p;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.limits.concurrency) this.#running += 1;
    else if (this.#waiting.length >= this.limits.queue) throw new Overloaded();
    else await new Promise<void>((resume) => this.#waiting.push(resume));
    try {
      return await work();
    } finally {
      // The place passes straight to the next in line; a newcomer cannot slip in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
