import type { LinkProps } from '@tanstack/react-router';

import { startOf } from '../../ui/date-field';

/** What the numbers on the page were asked for. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  /** In which those days begin and end. */
  readonly zone: string;
  readonly kantor?: string;
}

/** Where each number leads: the list of what it counts. Moments and not days, so that the zone of the reader changes nothing. */
export function casesBehind({ from, to, zone, kantor }: Asked) {
  const list = (search: object): LinkProps => ({ to: '/antrean', search: { ...search, kantor } as never });
  const since = (day: string) => startOf(day, zone);
  const until = (day: string) => startOf(day, zone, 1);
  const decided = (first: string, last: string, more: object = {}) =>
    list({ tampilan: 'diputus', putusSejak: since(first), putusHingga: until(last), ...more });
  const received = (first: string, last: string) =>
    list({ tampilan: 'masuk', sejak: since(first), hingga: until(last) });
  return {
    received: () => received(from, to),
    open: () => list({ tampilan: 'terbuka' }),
    overdue: () => list({ tampilan: 'terbuka', lewat: true }),
    awaitingSecond: () => list({ tampilan: 'kedua' }),
    decided: () => decided(from, to),
    failed: (): LinkProps => ({
      to: '/pengiriman',
      search: { status: 'FAILED', dari: from, sampai: to, kantor },
    }),
    receivedOn: (day: string) => received(day, day),
    decidedOn: (day: string) => decided(day, day, { hasil: 'ENDED' }),
    openOn: (day: string) => list({ tampilan: 'terbuka', pada: until(day) }),
    ofAge: ({ submittedFrom, submittedTo }: { submittedFrom?: string | null; submittedTo?: string | null }) =>
      list({ tampilan: 'terbuka', sejak: submittedFrom ?? undefined, hingga: submittedTo ?? undefined }),
    withOutcome: (hasil: string) => decided(from, to, { hasil }),
    decidedBy: (oleh: string, hasil?: string) => decided(from, to, { oleh, hasil }),
    /** What an agent did besides deciding stands in the audit trail. */
    doneBy: (pelaku: string, tindakan: string): LinkProps => ({
      to: '/audit',
      search: { pelaku, tindakan, dari: from, sampai: to },
    }),
  };
}

export type CasesBehind = ReturnType<typeof casesBehind>;
