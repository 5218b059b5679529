import type { FieldPolicy, Reference } from '@apollo/client';

interface Page {
  readonly items: readonly Reference[];
  readonly endCursor?: string | null;
  readonly hasNextPage?: boolean;
}

/**
 * A list that is asked for again and again while somebody reads on in it. Older rows join at its end; news takes the place of
 * the newest rows, and what was read below them stays. What is not among the newest any more is gone; where there is so much
 * news that it does not reach what was known, the list begins anew rather than with a gap.
 * `keyArgs`: what makes it another list.
 */
export function growingList(...keyArgs: string[]): FieldPolicy<Page> {
  return {
    keyArgs,
    merge(known, page, { args }) {
      if (!known) return page;
      if (args?.after) return { ...page, items: [...known.items, ...page.items] };
      const last = page.items.at(-1)?.__ref;
      const reached = known.items.findIndex(({ __ref }) => __ref === last);
      if (!page.hasNextPage || reached < 0) return page;
      const { endCursor, hasNextPage } = known;
      return { ...page, endCursor, hasNextPage, items: [...page.items, ...known.items.slice(reached + 1)] };
    },
  };
}
