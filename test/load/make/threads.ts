import { on } from 'node:events';
import { Worker } from 'node:worker_threads';

import { type Batch, Batches, type Part } from './batch.js';
import type { Order } from './making.js';

/** Made ahead in each thread: one to be written, one in the making. */
const AHEAD = 2;
const YOUNG_MB = 128;

/** The batches of an order in their order, made by so many threads beside this one; by none where no program was built. */
export async function* batchesOf(
  order: Order,
  parts: readonly Part[],
  threads: number,
): AsyncGenerator<Batch> {
  if (threads === 0) {
    const batches = new Batches(order);
    for (const part of parts) yield batches.make(part);
    return;
  }
  const making = Array.from({ length: threads }, () => new MakingThread(order));
  const ask = (place: number) => making[place % threads]?.make(parts[place]);
  for (let place = 0; place < threads * AHEAD; place += 1) ask(place);
  for (const place of parts.keys()) {
    const batch = await making[place % threads]?.made();
    if (batch) yield batch;
    ask(place + threads * AHEAD);
  }
  await Promise.all(making.map((thread) => thread.end()));
}

/** Answers each part with its batch, in order. */
class MakingThread {
  readonly #worker: Worker;
  readonly #answers: AsyncIterator<[Batch]>;

  constructor(workerData: Order) {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
    this.#worker = new Worker(new URL('./thread.js', import.meta.url), { workerData, resourceLimits });
    this.#answers = on(this.#worker, 'message') as unknown as AsyncIterator<[Batch]>;
  }

  make(part: Part | undefined): void {
    if (part) this.#worker.postMessage(part);
  }

  /** Rejects with what the thread broke at. */
  async made(): Promise<Batch> {
    const { value } = await this.#answers.next();
    return value[0];
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
