import type { FastifyInstance } from 'fastify';

import type { Job } from '../platform/jobs/job-runner.js';

/** What a feature offers to which schema, and what it does by the clock. */
export interface Room {
  readonly public?: readonly object[];
  readonly helpdesk?: readonly object[];
  /** Plain HTTP addresses, each registering itself. */
  readonly routes?: readonly ((http: FastifyInstance) => Promise<unknown>)[];
  readonly jobs?: readonly Job[];
}
