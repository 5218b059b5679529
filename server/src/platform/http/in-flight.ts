import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Overloaded } from '../graphql/overloaded.js';
import { SHARES, type Urgency } from '../graphql/urgency.js';
import { Capacity } from './capacity.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered however busy the server is: whoever asks whether it lives must not be told by silence. */
    readonly alwaysAnswered?: boolean;
    /** How urgent a request is to whoever sent it, looked up only when there is little room left. */
    readonly urgencyOf?: (request: FastifyRequest) => Urgency;
  }
  interface FastifyInstance {
    readonly inFlight: InFlight;
  }
}

/** Below this part of its room nobody has to be told apart. */
const ROOMY = Math.min(...Object.values(SHARES));

export interface InFlight {
  /** What is worked on, and how much may be. */
  readonly capacity: Pick<Capacity, 'inside' | 'limit'>;
  /** Requests turned away, by how urgent they were. */
  readonly turnedAway: ReadonlyMap<Urgency, number>;
}

/**
 * Turns requests away beyond `most` at a time (`HTTP_IN_FLIGHT`), those with an urgency already beyond what the process
 * gets done in time, the least urgent first. A place is taken once the body has arrived: slow senders would otherwise
 * hold every place by doing nothing.
 */
export function limitInFlight(app: FastifyInstance, most: number): void {
  const places = new Places(most);
  app.addHook('preValidation', (request, _reply, done) =>
    done(places.take(request) ? undefined : new Overloaded()),
  );
  app.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    places.giveBack(request, reply.statusCode === 503);
    done();
  });
  app.decorate('inFlight', places);
}

class Places implements InFlight {
  readonly capacity: Capacity;
  readonly turnedAway = new Map<Urgency, number>();
  /** When those inside came, if their time counts. */
  readonly #inside = new WeakMap<FastifyRequest, number | null>();
  #taken = 0;

  constructor(private readonly most: number) {
    this.capacity = new Capacity(most);
  }

  take(request: FastifyRequest): boolean {
    const { alwaysAnswered, urgencyOf } = request.routeOptions.config;
    if (alwaysAnswered) return true;
    if (this.#taken >= this.most) return false;
    if (urgencyOf && !this.#enters(request, urgencyOf)) return false;
    this.#taken += 1;
    this.#inside.set(request, urgencyOf ? performance.now() : null);
    return true;
  }

  giveBack(request: FastifyRequest, turnedAway: boolean): void {
    const since = this.#inside.get(request);
    if (since === undefined) return;
    this.#inside.delete(request);
    this.#taken -= 1;
    if (since !== null) this.capacity.leave(turnedAway ? undefined : performance.now() - since);
  }

  #enters(request: FastifyRequest, urgencyOf: (request: FastifyRequest) => Urgency): boolean {
    if (this.capacity.inside < Math.floor(this.capacity.limit * ROOMY)) return this.capacity.enter();
    const urgency = urgencyOf(request);
    if (this.capacity.enter(SHARES[urgency])) return true;
    this.turnedAway.set(urgency, (this.turnedAway.get(urgency) ?? 0) + 1);
    return false;
  }
}
