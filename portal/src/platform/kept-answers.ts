import { useSyncExternalStore } from 'react';

/**
 * What people have typed on a page or in a flow, for as long as this page lives: it stays on an error, on the way back, over a
 * change of language and a lost network. In memory alone, since it is personal; `SealedAnswers` outlive a reload.
 */
export class KeptAnswers<Answers extends object> {
  static readonly #all = new Set<KeptAnswers<never>>();
  readonly #watchers = new Set<() => void>();
  #answers: Answers;

  constructor(private readonly empty: Answers) {
    this.#answers = empty;
    KeptAnswers.#all.add(this as never);
  }

  /** After a logout nothing of anybody is left behind (R70). */
  static forgetAll(): void {
    for (const kept of KeptAnswers.#all) kept.forget();
  }

  get now(): Answers {
    return this.#answers;
  }

  set(some: Partial<Answers>): void {
    this.#become({ ...this.#answers, ...some });
  }

  /** All of it, what was never there at the beginning included. */
  forget(): void {
    this.#become(this.empty);
  }

  #become(answers: Answers): void {
    this.#answers = answers;
    for (const watcher of this.#watchers) watcher();
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}

export function useAnswers<Answers extends object>(kept: KeptAnswers<Answers>) {
  const answers = useSyncExternalStore(kept.watch, () => kept.now);
  return [answers, (some: Partial<Answers>) => kept.set(some)] as const;
}
