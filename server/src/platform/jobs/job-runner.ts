import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { MINUTE_MS } from '../clock.js';
import type { Leases } from './leases.js';

export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** One process at a time; the others skip their turn. */
  readonly alone?: boolean;
  /** Answers true when there is more to do at once. */
  readonly run: () => Promise<unknown>;
  /** Settles when nothing that a turn began is still under way; awaited before the process ends. */
  readonly finish?: () => Promise<void>;
}

/** Runs jobs by the clock, each in its own loop: a slow one delays none of the others, a failed one tries again next time. */
export class JobRunner {
  readonly #holder = randomUUID();
  readonly #stop = new AbortController();
  readonly #wake = new Map<Job, () => void>();
  readonly #nudged = new Set<Job>();
  #loops: Promise<void>[] = [];

  constructor(
    private readonly jobs: readonly Job[],
    private readonly leases: Leases,
    private readonly report: (job: string, error: unknown) => void,
  ) {}

  start(): void {
    this.#loops = this.jobs.map((job) => this.#loop(job));
  }

  /** Ends the pause of the jobs of this name, or spares them the next one; a hint after a commit. */
  nudge(name: string): void {
    for (const job of this.jobs.filter((one) => one.name === name)) {
      this.#nudged.add(job);
      this.#wake.get(job)?.();
    }
  }

  /** Everything once, in order, or the jobs of these names; the tests' way of letting time do its work. */
  async runAll(...names: readonly string[]): Promise<void> {
    for (const job of this.jobs.filter(({ name }) => names.length === 0 || names.includes(name))) {
      await this.#turn(job);
      await job.finish?.();
    }
  }

  /** Each loop finishes the turn it is in. */
  async stop(): Promise<void> {
    this.#stop.abort();
    for (const wake of this.#wake.values()) wake();
    await Promise.all(this.#loops);
    await Promise.all(this.jobs.map((job) => job.finish?.()));
    for (const { name } of this.jobs.filter(({ alone }) => alone)) {
      await this.leases.letGo(name, this.#holder).catch(() => undefined);
    }
  }

  async #loop(job: Job): Promise<void> {
    while (!this.#stop.signal.aborted) {
      let more: unknown = false;
      this.#nudged.delete(job); // what was committed before this turn is seen by it
      try {
        more = await this.#turn(job);
      } catch (error) {
        this.report(job.name, error);
      }
      if (more !== true) await this.#rest(job);
    }
  }

  async #turn({ name, alone, everyMs, run }: Job): Promise<unknown> {
    if (alone && !(await this.leases.take(name, this.#holder, everyMs + MINUTE_MS))) return false;
    return run();
  }

  async #rest(job: Job): Promise<void> {
    const woken = new AbortController();
    this.#wake.set(job, () => woken.abort());
    if (this.#stop.signal.aborted || this.#nudged.has(job)) return;
    await pause(job.everyMs, undefined, { signal: woken.signal }).catch(() => undefined);
  }
}
