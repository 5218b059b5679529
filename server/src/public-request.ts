import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Carrier } from './account/carrier.js';
import type { PublicContext } from './account/public-context.js';
import type { SignedIn } from './account/sessions.js';
import type { House } from './compose.js';
import { newToken } from './platform/crypto/random-token.js';
import { clientOf } from './platform/http/client.js';
import { HostCookie } from './platform/http/host-cookie.js';
import { assertOwnPage } from './platform/http/own-page.js';

const cookie = new HostCookie('akun');
/** Whose unfinished answers a page may open. It names nobody and signs nobody in. */
const answersCookie = new HostCookie('isian');

/**
 * What resolvers of the public schema know of a request. With `x-session: cookie`, which a foreign page cannot send without
 * asking first and being refused, the session is in the cookie and nowhere else; without, in the bearer token and nowhere else.
 */
export function publicContext({ sessions, config }: House) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<PublicContext> => {
    const client = clientOf(request);
    const carrier: Carrier = request.headers['x-session'] === 'cookie' ? 'COOKIE' : 'BEARER';
    if (carrier === 'COOKIE') assertOwnPage(request, config.publicBaseUrl);
    const token = carrier === 'COOKIE' ? cookie.read(request) : bearerIn(request);
    let known: Promise<SignedIn | null> | undefined;
    return {
      ...client,
      caller: { ...client, device: client.device.slice(0, 100) || null, carrier },
      signedIn: () => {
        known ??= token ? sessions.check(token, carrier) : Promise.resolve(null);
        return known;
      },
      handOver: (fresh) => {
        if (carrier === 'BEARER') return fresh;
        cookie.write(reply, fresh);
        return '';
      },
      ownBrowser: () => {
        if (carrier === 'BEARER') return null;
        const known = answersCookie.read(request) || newToken();
        answersCookie.write(reply, known);
        return known;
      },
      forget: () => {
        if (carrier === 'COOKIE') cookie.clear(reply);
      },
    };
  };
}

function bearerIn({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{20,128})$/.exec(headers.authorization ?? '')?.[1];
}
