import { after } from '../../../server/src/platform/clock.js';
import { AccountRows } from './accounts.js';
import { makingTo, type Order } from './making.js';
import { Places, personAt } from './people.js';
import type { Written } from './table-text.js';
import { MadeEvents, type Sealable } from './trail.js';

export interface Batch {
  readonly tables: readonly (Written | undefined)[];
  /** Of the events among them. */
  readonly sealable: readonly Sealable[];
}

export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Makes parts of an order, in this thread. */
export class Batches {
  readonly #places: Places;
  readonly #events: MadeEvents;
  readonly #rows: AccountRows;

  constructor(private readonly order: Order) {
    const making = makingTo(order);
    this.#places = new Places(order.places);
    this.#events = new MadeEvents(order.shapes, making.key);
    this.#rows = new AccountRows(making, this.#events, order.passwordHash);
  }

  make({ from, to }: Part): Batch {
    const { first, since, everyMs } = this.order;
    for (let place = from; place < to; place += 1)
      this.#rows.add(personAt(first + place, this.#places), after(since, Math.floor(place * everyMs)));
    const { written, sealable } = this.#events.take();
    return { tables: [...this.#rows.take(), written], sealable };
  }
}
