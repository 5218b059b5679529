import { setTimeout as pause } from 'node:timers/promises';

import { ACTS, type Morning } from './acts.js';
import { GaveUp } from './calls.js';

export interface Phase {
  /** Part of the national peak: 0.1 is a tenth of it. */
  readonly share: number;
  readonly seconds: number;
}

export interface Played {
  /** Milliseconds since the morning began. */
  readonly from: number;
  readonly to: number;
  readonly begun: number;
  /** Acts that could not begin because too many were still under way: the load's own limit, not the service's. */
  readonly heldBack: number;
}

const MOST_UNDER_WAY = 1500;
const TICK_MS = 20;

/** People come when they come, however slowly they are served: the number that begin does not wait for answers. */
export class Crowd {
  readonly #underWay = new Set<Promise<void>>();

  constructor(private readonly morning: Morning) {}

  get underWay(): number {
    return this.#underWay.size;
  }

  async play({ share, seconds }: Phase): Promise<Played> {
    const { calls } = this.morning;
    const from = calls.now();
    const due = ACTS.map(() => 0);
    let [begun, heldBack] = [0, 0];
    for (let last = from; last < from + seconds * 1000; ) {
      await pause(TICK_MS);
      const now = calls.now();
      for (const [place, act] of ACTS.entries()) {
        due[place] = (due[place] ?? 0) + ((now - last) / 1000) * act.perSecond * share;
        for (; (due[place] ?? 0) >= 1; due[place] = (due[place] ?? 0) - 1) {
          if (this.#underWay.size >= MOST_UNDER_WAY) heldBack += 1;
          else this.#begin(act.play(this.morning));
          begun += 1;
        }
      }
      last = now;
    }
    return { from, to: calls.now(), begun, heldBack };
  }

  /** Lets those under way come to their end, at most so long. */
  async empty(ms: number): Promise<void> {
    await Promise.race([Promise.all(this.#underWay), pause(ms, undefined, { ref: false })]);
  }

  #begin(act: Promise<void>): void {
    const going = act
      .catch((error: unknown) => {
        // Turned away is counted already; a message that never came, or an answer that did not fit, is not.
        if (!(error instanceof GaveUp)) this.morning.calls.remember(`${error}`);
      })
      .finally(() => this.#underWay.delete(going));
    this.#underWay.add(going);
  }
}
