import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { NOT_FOUND, Refused } from '../http/failure.js';
import type { Metrics } from './metrics.js';

const ALWAYS = { config: { alwaysAnswered: true } };

/** `/metrics` for Prometheus. With a key only its bearer gets an answer; everybody else finds nothing there. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics, key: string | undefined): void {
  app.get('/metrics', ALWAYS, async ({ headers }, reply) => {
    if (key && !isSame(headers.authorization ?? '', `Bearer ${key}`)) throw new Refused(NOT_FOUND);
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** Takes the same time wherever the two differ. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
