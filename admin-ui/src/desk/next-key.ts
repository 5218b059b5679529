import type { QueueView } from '../gql/graphql';

const place = (view: QueueView): string => `konsol.berikutnya.${view}`;

/**
 * The key of "the next one, please": the same until a case came, also after the page was loaded again. Whoever asks once more
 * because the answer was lost gets the case it named, instead of a second one beside one that nobody opened.
 */
export function nextKey(view: QueueView): string {
  const key = sessionStorage.getItem(place(view)) ?? crypto.randomUUID();
  sessionStorage.setItem(place(view), key);
  return key;
}

export const forgetNextKey = (view: QueueView): void => sessionStorage.removeItem(place(view));
