import type { FastifyRequest } from 'fastify';

import { type Failure, Refused } from './failure.js';

const FOREIGN_PAGE: Failure = {
  status: 403,
  code: 'FOREIGN_PAGE',
  words: {
    id: 'Permintaan ini bukan dari halaman layanan ini. Buka lagi halamannya lalu coba lagi.',
    en: 'This request does not come from a page of this service. Open the page again and retry.',
  },
};

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Throws unless a page of our own sends this: a cookie travels by itself, so whoever goes by one looks at `Origin` (R67),
 * which every browser sends with a POST. `publicBaseUrl` is the configured one; what the request says of its host is not asked.
 */
export function assertOwnPage({ headers: { origin } }: FastifyRequest, publicBaseUrl: string): void {
  const own = new URL(publicBaseUrl).origin;
  // A desk knows its server by several names and ports; production is https and has one.
  const atDesk = LOOPBACK.test(own) && LOOPBACK.test(origin ?? '');
  if (origin !== own && !atDesk) throw new Refused(FOREIGN_PAGE);
}
