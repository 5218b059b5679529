import type { Now } from '../clock.js';

/** Thrown instead of calling: the other side has failed too often, and is left alone for a while. */
export class BreakerOpen extends Error {
  constructor() {
    super('The breaker is open.');
  }
}

export interface BreakerLimits {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Pause before one caller may try again. */
  readonly coolMs: number;
}

/**
 * Keeps callers from queueing behind a service that is down. A thrown error is a failure, any result a success.
 * After the pause exactly one call goes through; it closes the breaker or starts the pause anew.
 * Per process on purpose: each learns by itself, and nothing depends on two of them agreeing.
 */
export class Breaker {
  #failures = 0;
  #retryAt: number | null = null;
  #probing = false;

  constructor(
    private readonly now: Now,
    private readonly limits: BreakerLimits,
  ) {}

  /** True while a call would be refused. */
  get isOpen(): boolean {
    if (this.#retryAt === null) return false;
    return this.#probing || this.now().getTime() < this.#retryAt;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.isOpen) throw new BreakerOpen();
    const probe = this.#retryAt !== null;
    this.#probing = probe;
    try {
      const result = await call();
      this.#learn(probe, true);
      return result;
    } catch (error) {
      this.#learn(probe, false);
      throw error;
    }
  }

  #learn(probe: boolean, worked: boolean): void {
    // A call that began before the breaker opened says nothing about now: neither closes it nor prolongs the pause.
    if (!probe && this.#retryAt !== null) return;
    if (probe) this.#probing = false;
    this.#failures = worked ? 0 : this.#failures + 1;
    const open = !worked && (probe || this.#failures >= this.limits.failures);
    this.#retryAt = open ? this.now().getTime() + this.limits.coolMs : null;
  }
}
