import { availableParallelism } from 'node:os';

/** Half of the answers slower than this: more is inside than gets done. Leaves p99 below a second (security.md 6.5). */
const SLOW_MS = 300;
const WINDOW_MS = 500;
/** A window with fewer answers tells nothing. */
const FEWEST_ANSWERS = 8;
/** Never below: every core has something to do, also while somebody outside makes the answers slow. */
const FEWEST = 8 * availableParallelism();
/** A burst that a process takes without having learned anything; fifty who race for one thing are all heard. */
const USUAL = 64;

/**
 * How many requests may be worked on at once, learned from how long they take: a machine that is shared, or a database
 * that is slow today, gets as much as it can finish in time, and the surplus is told at once instead of waiting.
 */
export class Capacity {
  #limit: number;
  #inside = 0;
  #wasFull = false;
  #windowFrom: number;
  #took: number[] = [];

  constructor(
    private readonly most: number,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.#limit = Math.min(USUAL, most);
    this.#windowFrom = clock();
  }

  get inside(): number {
    return this.#inside;
  }

  get limit(): number {
    return this.#limit;
  }

  /** False when this one has to be turned away; `share` is the part of the room its kind may fill. */
  enter(share = 1): boolean {
    if (this.#inside >= Math.max(1, Math.floor(this.#limit * share))) {
      this.#wasFull = true;
      return false;
    }
    this.#inside += 1;
    return true;
  }

  /** `tookMs` undefined: turned away further in, by a queue that was full. */
  leave(tookMs: number | undefined): void {
    this.#inside -= 1;
    if (tookMs === undefined) this.#wasFull = true;
    else this.#took.push(tookMs);
    const now = this.clock();
    if (now - this.#windowFrom < WINDOW_MS || this.#took.length < FEWEST_ANSWERS) return;
    this.#learn(this.#took.sort((a, b) => a - b)[Math.floor(this.#took.length / 2)] ?? 0);
    this.#windowFrom = now;
    this.#took = [];
    this.#wasFull = false;
  }

  /**
   * Less by how much too slow it was, if there were more than could be taken: many who ask together and find room make
   * each other slow, and no harm is done. More, step by step, where there was no room and no need to wait.
   */
  #learn(middleMs: number): void {
    if (this.#wasFull && middleMs > SLOW_MS) {
      const fewest = Math.min(FEWEST, this.most);
      this.#limit = Math.max(fewest, Math.floor(this.#limit * Math.max(0.5, SLOW_MS / middleMs)));
    } else if (this.#wasFull) {
      this.#limit = Math.min(this.most, this.#limit + Math.ceil(this.#limit / 10));
    } else if (middleMs <= SLOW_MS && this.#limit < USUAL) {
      this.#limit = Math.min(this.most, USUAL, this.#limit + Math.ceil(this.#limit / 2));
    }
  }
}
