import { useState } from 'react';

interface Identified {
  readonly id: string;
}

interface CalmRows<Row> {
  readonly rows: readonly Row[];
  /** How many new ones wait to be shown. */
  readonly waiting: number;
  readonly show: () => void;
}

/**
 * Rows that never move under the pointer: what is on the page stays in its place and only its contents change; what is new
 * at the top waits until somebody asks for it. Older rows that were asked for join at the end.
 */
export function useCalmRows<Row extends Identified>(newest: readonly Row[] | undefined): CalmRows<Row> {
  const [shownIds, setShownIds] = useState<readonly string[] | null>(null);
  const ids = newest?.map(({ id }) => id);
  if (shownIds === null && ids && ids.length > 0) setShownIds(ids);
  const first = shownIds?.find((id) => ids?.includes(id));
  const from = first === undefined ? 0 : (ids?.indexOf(first) ?? 0);
  const rows = shownIds === null ? (newest ?? []) : (newest ?? []).slice(from);
  return { rows, waiting: from, show: () => setShownIds(ids ?? null) };
}
