/** How a client keeps its session: our own pages in a cookie that no script can read, client apps as a bearer token (R64). */
export type Carrier = 'COOKIE' | 'BEARER';

const MARK = 'c.';

/** The kind is part of the token, and so of its digest: taken out of a cookie it is no bearer token, with or without its mark. */
export const marked = (token: string, carrier: Carrier): string =>
  carrier === 'COOKIE' ? `${MARK}${token}` : token;

export const carrierOf = (token: string): Carrier => (token.startsWith(MARK) ? 'COOKIE' : 'BEARER');
