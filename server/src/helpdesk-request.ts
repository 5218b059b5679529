import type { FastifyReply, FastifyRequest } from 'fastify';

import type { House } from './compose.js';
import type { SessionChecked } from './office/agent-sessions.js';
import type { HelpdeskContext } from './office/helpdesk-context.js';
import { clientOf } from './platform/http/client.js';
import { HostCookie } from './platform/http/host-cookie.js';
import { assertOwnPage } from './platform/http/own-page.js';

const cookie = new HostCookie('konsol');

/**
 * What resolvers of the helpdesk schema know of a request. A browser names the page's origin with every POST, and only
 * our own is heard; a program without one has no cookie that somebody else's page could use. `x-background: 1` marks
 * polling, which keeps no session alive.
 */
export function helpdeskContext({ agentSessions, config }: House) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<HelpdeskContext> => {
    if (request.headers.origin !== undefined) assertOwnPage(request, config.publicBaseUrl);
    const token = cookie.read(request);
    const background = request.headers['x-background'] === '1';
    let known: Promise<SessionChecked> | undefined;
    return {
      ...clientOf(request),
      background,
      session: () => {
        known ??= token ? agentSessions.check(token, background) : Promise.resolve(null);
        return known;
      },
      handOver: (fresh) => cookie.write(reply, fresh),
      forget: () => cookie.clear(reply),
    };
  };
}
