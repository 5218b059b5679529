import type { FastifyInstance } from 'fastify';

import type { Reported } from '../features/not-me/not-me.service.js';
import type { Job } from '../platform/jobs/job-runner.js';
import type { Figure } from '../platform/metrics/metrics.js';

/** What a feature offers to which schema, and what it does by the clock. */
export interface Room {
  readonly public?: readonly object[];
  readonly helpdesk?: readonly object[];
  /** Plain HTTP addresses, each registering itself. */
  readonly routes?: readonly ((http: FastifyInstance) => Promise<unknown>)[];
  readonly jobs?: readonly Job[];
  /** What it stops when the owner of an account says "this was not me". */
  readonly reported?: readonly Reported[];
  /** Numbers of this feature that operators watch. */
  readonly figures?: readonly Figure[];
}
