import type { ReviewFieldsFragment } from '../gql/graphql';

let handed: ReviewFieldsFragment | null = null;

/** What came with a claim, on its way to the page that it opens: one question to the server less before somebody can decide. */
export function handOver(request: ReviewFieldsFragment): void {
  handed = request;
}

/** For the page of that case, once: a moment later it is old. */
export function takeHanded(ticket: string): ReviewFieldsFragment | null {
  const found = handed?.ticket === ticket ? handed : null;
  handed = null;
  return found;
}
