import { useSyncExternalStore } from 'react';

import { KeptAnswers } from './kept-answers.ts';
import { canSeal, seal, unseal } from './sealing.ts';

/** Before the names of all of them in the tab's storage. */
const PREFIX = 'isian:';

/**
 * Answers that survive a reload and a discarded tab (phones discard it while somebody reads a code elsewhere). The storage of
 * the tab has them sealed; the key is in memory alone and comes from the service, to this browser's cookie (docs/decisions/0011).
 */
export class SealedAnswers<Answers extends object> extends KeptAnswers<Answers> {
  readonly #name: string;
  /** Raised with every change: the newest is stored, whatever is being sealed. */
  #change = 0;
  #forgotten = true;
  #storing = false;
  #isRestored: boolean;

  constructor(
    name: string,
    empty: Answers,
    /** What is kept nowhere, such as a password. */
    private readonly never: readonly (keyof Answers)[] = [],
  ) {
    super(empty);
    this.#name = PREFIX + name;
    this.#isRestored = stored(this.#name) === null || !canSeal();
  }

  /** False while something is stored that `restore` has yet to bring back. */
  get isRestored(): boolean {
    return this.#isRestored;
  }

  override set(some: Partial<Answers>): void {
    this.#isRestored = true; // whoever answers anew has no use for what was stored before
    super.set(some);
    this.#change += 1;
    this.#forgotten = false;
    void this.#store();
  }

  override forget(): void {
    this.#forgotten = true; // whatever is being sealed meanwhile is not stored
    unstore(this.#name);
    this.#isRestored = true;
    super.forget();
  }

  /** Brings back what a reload has taken. Throws where the service cannot be asked; the answers wait. */
  async restore(): Promise<void> {
    if (this.#isRestored) return;
    const answers = await unseal(stored(this.#name) ?? '');
    if (!answers) unstore(this.#name);
    if (!this.#isRestored) this.#bring(answers ?? {});
  }

  #bring(answers: Partial<Answers>): void {
    this.#isRestored = true;
    super.set(answers);
  }

  async #store(): Promise<void> {
    if (this.#storing || !canSeal()) return;
    this.#storing = true;
    try {
      let done = 0;
      while (done !== this.#change && !this.#forgotten) {
        done = this.#change;
        const sealed = await seal(this.#lasting());
        if (!this.#forgotten) sessionStorage.setItem(this.#name, sealed);
      }
    } catch {
      // Without network or storage they live as long as the page; the next change tries again.
    } finally {
      this.#storing = false;
    }
  }

  #lasting(): object {
    return Object.fromEntries(
      Object.entries(this.now).filter(([name]) => !this.never.includes(name as keyof Answers)),
    );
  }
}

/** After a logout also those whose page this tab has not opened since it was loaded. */
export function forgetSealed(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) unstore(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function stored(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function unstore(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // As above.
  }
}

export const useIsRestored = <Answers extends object>(answers: SealedAnswers<Answers>): boolean =>
  useSyncExternalStore(answers.watch, () => answers.isRestored);
