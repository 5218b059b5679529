import type { FastifyInstance } from 'fastify';

import type { Figure } from '../metrics/metrics.js';

/** How near to its limit the process is, and who is sent away. */
export function inFlightFigures({ inFlight }: FastifyInstance): Figure[] {
  const { capacity, turnedAway } = inFlight;
  return [
    {
      name: 'requests_in_flight',
      help: 'GraphQL requests worked on at this moment.',
      read: () => [{ value: capacity.inside }],
    },
    {
      name: 'requests_in_flight_limit',
      help: 'How many the process takes at once, learned from how long they take; at most HTTP_IN_FLIGHT.',
      read: () => [{ value: capacity.limit }],
    },
    {
      name: 'requests_turned_away_total',
      help: 'Requests answered 503 before any work since the process began, by urgency (security.md 6.5).',
      labels: ['urgency'],
      read: () => [...turnedAway].map(([urgency, value]) => ({ labels: { urgency }, value })),
    },
  ];
}
