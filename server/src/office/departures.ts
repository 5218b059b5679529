import type { EntityManager } from 'typeorm';

type Listener = (tx: EntityManager, agentId: string) => Promise<unknown>;

/** Somebody left the desk: signed out, dismissed, moved to another office or role. What they held goes back, in the same unit of work. */
export class Departures {
  readonly #listeners: Listener[] = [];

  on(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** To be told wherever an agent's sessions end for good. */
  async tell(tx: EntityManager, agentId: string): Promise<void> {
    for (const listener of this.#listeners) await listener(tx, agentId);
  }
}
