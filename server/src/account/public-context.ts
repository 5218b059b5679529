import type { Context } from '../platform/graphql/context.js';
import type { Caller } from './caller.js';
import type { SignedIn } from './sessions.js';

/** What resolvers of the public schema know of a request. */
export interface PublicContext extends Context {
  readonly caller: Caller;
  /** Looked up at the first call and kept for the request; null without a good token. */
  readonly signedIn: () => Promise<SignedIn | null>;
  /** Gives a fresh session token to the client; answers what the body may show: nothing, where it went into a cookie. */
  readonly handOver: (token: string) => string;
  /** A random value that this browser has in a cookie from the first call on; null for clients other than our own pages. */
  readonly ownBrowser: () => string | null;
  /** Takes a cookie back, whatever it holds. */
  readonly forget: () => void;
}
