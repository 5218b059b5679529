import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Overloaded } from '../graphql/overloaded.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered however busy the server is: whoever asks whether it lives must not be told by silence. */
    readonly alwaysAnswered?: boolean;
  }
}

/**
 * Turns requests away beyond `most` at a time (`HTTP_IN_FLIGHT`). A place is taken once the body has arrived: slow
 * senders would otherwise hold every place by doing nothing.
 */
export function limitInFlight(app: FastifyInstance, most: number): void {
  const inside = new WeakSet<FastifyRequest>();
  let taken = 0;
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.routeOptions.config.alwaysAnswered) return done();
    if (taken >= most) return done(new Overloaded());
    taken += 1;
    inside.add(request);
    done();
  });
  app.addHook('onResponse', (request: FastifyRequest, _reply: FastifyReply, done) => {
    if (inside.delete(request)) taken -= 1;
    done();
  });
}
