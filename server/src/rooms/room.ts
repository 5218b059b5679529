import type { Job } from '../platform/jobs/job-runner.js';

/** What a feature offers to which schema, and what it does by the clock. */
export interface Room {
  readonly public?: readonly object[];
  readonly helpdesk?: readonly object[];
  readonly jobs?: readonly Job[];
}
