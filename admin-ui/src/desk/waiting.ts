import { ApolloLink } from '@apollo/client';
import { Subject, takeUntil, throwIfEmpty } from 'rxjs';

import { Cancelled } from '../ui/trouble';

const cancelled = new Subject<void>();

/** Lets go of every question that is on its way; commands go on, since nobody knows whether they happened. */
export const cancelWaiting = (): void => cancelled.next();

export const cancellable = new ApolloLink((operation, forward) =>
  operation.operationType === 'query'
    ? forward(operation).pipe(
        takeUntil(cancelled),
        throwIfEmpty(() => new Cancelled()),
      )
    : forward(operation),
);

const ANSWER_WITHIN_MS = 20_000;

/** A server that takes a request and says nothing for so long is as good as unreachable. */
export const fetchInTime: typeof fetch = (input, init) => {
  const limit = AbortSignal.timeout(ANSWER_WITHIN_MS);
  return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
};
