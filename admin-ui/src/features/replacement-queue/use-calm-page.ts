import { useState } from 'react';

interface Numbered {
  readonly ticket: string;
}

/**
 * The rows of one page as they stood when it was opened: what they say is kept up to date, but none moves, comes or goes under
 * the pointer until somebody asks for it.
 */
export function useCalmPage<Row extends Numbered>(newest: readonly Row[] | undefined) {
  const [shown, setShown] = useState<readonly Row[]>([]);
  const now = newest ?? [];
  // Where there is nothing, nothing can move.
  if (shown.length === 0 && now.length > 0) setShown(now);
  const rows = shown.map((row) => now.find(({ ticket }) => ticket === row.ticket) ?? row);
  const fresh = now.filter(({ ticket }) => !shown.some((row) => row.ticket === ticket)).length;
  const gone = newest ? shown.filter(({ ticket }) => !now.some((row) => row.ticket === ticket)).length : 0;
  return { rows, waiting: Math.max(fresh, gone), show: () => setShown(now) };
}
