import { AsyncLocalStorage } from 'node:async_hooks';

/** What everything that follows from one request is found by. */
export interface Origin {
  /** The answer's `x-request-id`; also in the trail, in log lines, and in the rows of messages that it caused. */
  readonly requestId: string | null;
  /** Of the span that is open, as W3C trace context writes it; null while nobody traces. */
  readonly traceparent: string | null;
}

const NOBODY: Origin = { requestId: null, traceparent: null };
const current = new AsyncLocalStorage<Origin>();

/** The request being answered, or that of the row in the worker's hands. */
export const originNow = (): Origin => current.getStore() ?? NOBODY;

/** Everything begun inside `work` comes from `origin`, across any number of awaits. */
export const within = <T>({ requestId, traceparent }: Origin, work: () => T): T =>
  current.run({ requestId, traceparent }, work);
